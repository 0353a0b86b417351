/** What squads wrote beside a checklist they looked into. */
export const SPOT_CONFIRMED = ['入户三户，与清单一致', '查阅会议记录和走访照片，属实', '电话回访五户，群众均知晓'] as const;
export const SPOT_FINDINGS = ['入户四户，两户反映一月没有人来走访，与所报走访户次不符', '清单所报院坝会无签到记录，村民称未召开'] as const;
