// What people say for one another in questions: 아끼다 for 줄이다. Words of everyday Korean only; what has a technical name is a term of the glossary.

import { root, stem } from "./text.js"

const GROUPS = `줄이다 줄이는 줄이기 감소 절감 축소 절약 아끼는 아끼려면 낮추는 낮추려면
늘리는 늘리려면 증가 확대 키우는 키우면
빠른 빠르게 빨라지는 빨리 고속 가속 단축
느린 느려지는 느리게 지연 늦은 늦게 오래
나누는 나눠 나누기 쪼개는 쪼개서 분할 분산
여러 다중 멀티 복수
고르는 고르기 선택 선정
측정 재는 재기 계측
찾는 찾기 찾아내는 탐지 발견
막는 막기 막으려면 차단 방지 예방
지키는 지키기 보호
합치는 합치기 묶는 묶기 결합 통합
옮기는 옮기기 보내는 보내기 이동 이전 전송 복사
비용 가격 요금 싼 비싼 저렴한
문제 오류 에러 장애 고장 실패 이상
고치는 고치기 해결 수정 복구 조치
설치 구축 세우는 만드는 만들기 제작
서비스 서빙 배포
활용 이용
관찰 감시 모니터링 지켜보는
전기 전력
발열 온도 뜨거운
사진 그림 이미지 영상
의료 병원 환자 질병 진단
자료 데이터
법 법률 법규 규제 규정
멈추는 멈추기 중단 정지
알림 경보 알람
부족 모자란 모자라는
보안 안전
예시 사례 예제
장점 이점 좋은
단점 한계 나쁜
원리 동작 작동
기다리는 대기
정확한 정확도
크기 용량
도구 툴
방법 기법
처음 입문 초보 기초`

const kin = new Map()
for (const line of GROUPS.split("\n")) {
  const keys = [...new Set(line.split(" ").map(w => root(w) || stem(w)))]
  for (const key of keys) kin.set(key, keys.filter(k => k !== key))
}

/** Keys of words that say about the same. */
export const kinOf = key => kin.get(key) ?? []
