# Python 3.11+, git and make are all a machine needs; the rest is set up on first use and not again until a lock file changes.
PYTHON ?= python3
PY := .venv/bin/python
ZPY := .venv-zensical/bin/python
LPY := .venv-labs/bin/python
STAMP := .build/stamp
PORT ?= 8000
# github: problems become annotations of a pull request
FORMAT ?= text

.DEFAULT_GOAL := help
.PHONY: help serve site site-zensical test check labs lab bench search-eval lock schemas clean

help: ## 쓸 수 있는 명령을 보인다
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(STAMP)/site $(STAMP)/node ## 사이트를 열고, 글과 데이터를 고칠 때마다 다시 만든다
	@$(PY) -m publish.fonts
	@echo "http://127.0.0.1:$(PORT)/ 에서 봅니다. 그만두려면 Ctrl+C."
	@SITE_URL=http://127.0.0.1:$(PORT)/ $(PY) -m mkdocs serve --livereload --no-strict -a 127.0.0.1:$(PORT)

site: $(STAMP)/site $(STAMP)/node ## 사이트를 site/에 만든다. 경고 하나도 실패다
	@$(PY) -m publish.build mkdocs site

site-zensical: $(STAMP)/zensical $(STAMP)/site $(STAMP)/node ## 같은 글과 데이터를 Zensical로 site-zensical/에 만든다
	@$(PY) -m publish.build zensical site-zensical

check: $(STAMP)/site ## 데이터와 글만 몇 초 안에 검사한다. 풀 리퀘스트 전에 쓴다
	@$(PY) -m macros.check --format $(FORMAT) $(if $(CI),,--write)

test: $(STAMP)/test $(STAMP)/zensical $(STAMP)/labs $(STAMP)/node ## 모든 검사와 시험. 브라우저까지 스스로 갖춘다
	@$(PY) -m publish.browser
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . 
	@$(PY) -m mypy
	@$(PY) -m macros.check --format $(FORMAT)
	@$(PY) -m publish.node_run publish/workflows.mjs .github/workflows/*.yml
	@.venv/bin/zizmor --offline --quiet .github/
	@$(PY) -m pytest -q -n 2

labs: $(STAMP)/labs ## 실습 여섯을 모두 돌리고, 페이지에 보일 출력을 새로 적는다
	@$(LPY) -m labs --record

lab: $(STAMP)/labs ## 실습 하나를 돌린다. 예: make lab LAB=all-reduce
	@$(LPY) -m labs $(LAB)

bench: $(STAMP)/test $(STAMP)/node ## 매크로가 있는 사이트와 없는 같은 사이트를 한 번에 잰다
	@$(PY) bench/catalog.py
	@$(PY) bench/build.py
	@$(PY) bench/termlink.py

search-eval: $(STAMP)/test $(STAMP)/zensical $(STAMP)/node site site-zensical ## 찾기를 두 엔진의 화면에서 재고 Material 그대로와 견준다
	@$(PY) -m bench.search_eval

lock: ## 잠금 파일을 새로 쓴다 (관리자)
	@$(PYTHON) -m venv .build/uv && .build/uv/bin/python -m pip install -q uv
	@for part in site zensical test labs; do .build/uv/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 requirements/$$part.in -o requirements/$$part.txt; done

schemas: $(STAMP)/site
	@$(PY) -m macros.schemas

clean: ## 만든 것을 모두 지운다
	rm -rf .venv .venv-zensical .venv-labs .build .cache node_modules site site-zensical theme/assets/fonts

# --- set-up: one stamp for each lock file -------------------------------------------------------------------------
.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 이상이 필요합니다 (지금은 %d.%d)." % sys.version_info[:2]) if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv

$(STAMP)/site: requirements/site.txt .venv/pyvenv.cfg
	@echo "파이썬 패키지를 설치합니다." && mkdir -p $(STAMP)
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/site.txt && touch $@

$(STAMP)/test: requirements/test.txt $(STAMP)/site
	@echo "시험에 쓰는 패키지를 설치합니다."
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/test.txt && touch $@

$(STAMP)/zensical: requirements/zensical.txt
	@echo "Zensical을 설치합니다." && mkdir -p $(STAMP)
	@$(PYTHON) -m venv .venv-zensical
	@$(ZPY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/zensical.txt && touch $@

$(STAMP)/labs: requirements/labs.txt
	@echo "실습에 쓰는 패키지를 설치합니다." && mkdir -p $(STAMP)
	@$(PYTHON) -m venv .venv-labs
	@$(LPY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/labs.txt && touch $@

$(STAMP)/node: package-lock.json $(STAMP)/site
	@echo "글꼴과 화면 도구를 내려받습니다."
	@$(PY) -m publish.node ci && touch $@
