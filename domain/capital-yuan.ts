const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** Four digits in capitals: 305 → 叁佰零伍. `led`: a zero is said before, because something stands in front. */
function group(value: number, led: boolean): string {
  let said = '';
  let zero = led && value < 1_000;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) zero ||= said !== '';
    else {
      said += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      zero = false;
    }
  }
  return said;
}

/** An amount in capitals, as receipts have it: 123450 fen → 壹仟贰佰叁拾肆元伍角整. For whole fen from 1 up to a trillion yuan. */
export function capitalYuan(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const [jiao, odd] = [Math.floor(fen / 10) % 10, fen % 10];
  let said = '';
  let gap = false;
  for (let at = GROUPS.length - 1; at >= 0; at--) {
    const value = Math.floor(yuan / 10_000 ** at) % 10_000;
    if (value === 0) {
      gap = said !== '';
      continue;
    }
    said += `${group(value, said !== '' || gap)}${GROUPS[at]}`;
    gap = false;
  }
  const whole = said === '' ? '' : `${said}元`;
  if (jiao === 0 && odd === 0) return `${whole}整`;
  return `${whole}${jiao > 0 ? `${DIGITS[jiao]}角` : whole && '零'}${odd > 0 ? `${DIGITS[odd]}分` : '整'}`;
}
