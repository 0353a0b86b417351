/** A clause's own words: as they were written and signed, in whatever language the page is. */
export const Wording = ({ text }: { text: string }) => <span lang="zh-CN">{text}</span>;
