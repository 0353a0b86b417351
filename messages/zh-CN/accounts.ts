export const accounts = {
  signIn: {
    title: '登录',
    username: '用户名',
    password: '密码',
    submit: '登录',
    working: '正在登录…',
    wrong: '用户名或密码不对。用户名已保留，请重新输入密码。',
    locked: '这个用户名 15 分钟内输错 5 次，已锁定 30 分钟。请稍后再试，或联系安全管理员。',
    foreign: '请求不是从本系统页面发出的，已拒绝。请从本页登录。',
    demonstration: '演示账号',
    demonstrationNote: '密码见启动时的提示（所有演示账号相同）。点用户名即可填入。',
  },
  password: {
    title: '修改密码',
    current: '现用密码',
    next: '新密码',
    repeat: '再输一次新密码',
    rule: '至少 12 位，含大写、小写、数字、符号中的三类，不用常见密码。改后其他设备上的登录立即失效。',
    submit: '修改密码',
    done: '密码已修改。其他设备上的登录已全部失效。',
  },
};
