// Guildhall's shopper widget, <guildhall-recommendations widget-key="gh_pub_…">: a shadow tree without inline script, style or eval, for any CSP that
// allows this file and its origin. It asks when it comes near the window, keeps its room meanwhile, and hides when something fails: a shop's page
// must not suffer from its recommendations. Nothing is kept in the browser without the attribute `consent`.
{
  const { origin } = new URL(document.currentScript.src)
  const texts = {
    en: ['Recommended for you', 'Chosen automatically', 'Use what I looked at'],
    'zh-CN': ['为您推荐', '由系统自动推荐', '使用我的浏览记录'],
  }
  const line = 'color-mix(in srgb,currentColor 18%,transparent)'
  const css = `:host{display:block}:host([hidden]){display:none}h2{font-size:1.1em;margin:0 0 .6em}
ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));grid-auto-rows:minmax(10rem,auto);gap:.75rem;list-style:none;margin:0;padding:0}
a,i{box-sizing:border-box;display:flex;flex-direction:column;gap:.25rem;height:100%;border-radius:.6rem}
a{padding:.75rem;border:1px solid ${line};color:inherit;text-decoration:none}
a:hover{border-color:currentColor}:focus-visible{outline:2px solid;outline-offset:2px}
img{width:100%;aspect-ratio:4/3;object-fit:cover}i{background:${line}}span{font-size:.9em}
b,small{overflow:hidden;overflow-wrap:anywhere;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
small{-webkit-line-clamp:3}small,p{font-size:.8em;opacity:.8}p{display:flex;flex-wrap:wrap;align-items:center;gap:.2em 1em;margin:.6em 0 0}label{display:flex;align-items:center}`

  // The page's own memory; the browser's too once the visitor has agreed.
  const memory = {}
  let mayKeep = false
  const kept = (does) => {
    try {
      return mayKeep ? does(localStorage) : undefined
    } catch {}
  }
  const read = (name) => memory[name] ?? kept((store) => store.getItem(`guildhall.${name}`))
  const write = (name, value) => {
    memory[name] = value
    kept((store) => store.setItem(`guildhall.${name}`, value))
    return value
  }
  const agree = (isAgreed) => {
    if (!isAgreed)
      kept((store) => ['visitor', 'shown', 'personal'].map((name) => store.removeItem(`guildhall.${name}`)))
    if (isAgreed && !mayKeep) {
      mayKeep = true
      // Who was here before is who it is.
      const visitor = kept((store) => store.getItem('guildhall.visitor'))
      for (const [name, value] of Object.entries(memory)) write(name, name === 'visitor' ? (visitor ?? value) : value)
    }
    mayKeep = isAgreed
  }
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const random = (length) =>
    Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % 62]).join('')
  // Which list showed an item last, so that a purchase on a later page still names it.
  const shown = () => JSON.parse(read('shown') ?? '{}')
  const make = (name, ...children) => {
    const node = document.createElement(name)
    node.append(...children)
    return node
  }

  class Recommendations extends HTMLElement {
    static observedAttributes = ['widget-key', 'scenario', 'items', 'limit', 'lang', 'token', 'consent']
    turn = 0
    connectedCallback() {
      if (this.shadowRoot) return
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet]
      const box = Object.assign(make('input'), { type: 'checkbox', checked: this.personal })
      box.onchange = () => {
        write('personal', box.checked ? 'yes' : 'no')
        void this.refresh()
      }
      this.parts = [make('h2'), make('ul'), make('span'), make('span')]
      const [title, list, label, ask] = this.parts
      this.shadowRoot.append(title, list, make('p', label, make('label', box, ' ', ask)))
      this.show(Array.from({ length: this.limit }, () => make('i')))
      const near = new IntersectionObserver(
        ([entry]) => {
          if (!entry.isIntersecting) return
          near.disconnect()
          if (!this.turn) void this.refresh()
        },
        { rootMargin: '300px' },
      )
      near.observe(this)
    }
    attributeChangedCallback(name, before, after) {
      if (name === 'consent') agree(after !== null)
      else if (this.turn && before !== after) void this.refresh()
    }
    get limit() {
      return Number(this.getAttribute('limit') ?? 6)
    }
    get personal() {
      return read('personal') !== 'no'
    }
    get language() {
      return (this.getAttribute('lang') ?? document.documentElement.lang).startsWith('zh') ? 'zh-CN' : 'en'
    }
    async post(path, body) {
      const visitor = read('visitor') ?? write('visitor', `anon_${random(22)}`)
      const answer = await fetch(`${origin}/v1/public/${this.getAttribute('widget-key')}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ visitor, token: this.getAttribute('token'), ...body }),
        credentials: 'omit',
        keepalive: true,
      })
      if (!answer.ok) throw new Error(`guildhall: ${answer.status}`)
      return answer.json()
    }
    /** Asks again, as after a purchase. The last call wins. */
    async refresh() {
      const turn = ++this.turn
      try {
        const list = await this.post('recommendations', {
          scenario: this.getAttribute('scenario') ?? 'home',
          item_ids: this.getAttribute('items')?.split(',') ?? [],
          limit: this.limit,
          personalization: this.personal,
          language: this.language,
        })
        if (turn !== this.turn) return
        const id = list.recommendation_id
        const all = { ...shown(), ...Object.fromEntries(list.items.map((item) => [item.item_id, id])) }
        write('shown', JSON.stringify(Object.fromEntries(Object.entries(all).slice(-200))))
        this.show(list.items.map((item) => this.card(item, id)))
        this.hidden = !list.items.length
        this.tell('shown', list)
      } catch (error) {
        if (turn !== this.turn) return
        this.hidden = true
        this.tell('failed', error)
      }
    }
    /** Reports a view, cart, like or purchase; the list that showed the item comes along. */
    track(type, item_id, value) {
      const event = { id: random(20), type, item_id, value, recommendation_id: shown()[item_id] }
      return this.post('events', { events: [event] })
    }
    tell(name, detail) {
      return this.dispatchEvent(new CustomEvent(`guildhall-${name}`, { detail, bubbles: true, cancelable: true }))
    }
    show(cells) {
      const [title, list, label, ask] = this.parts
      const words = texts[this.language]
      title.textContent = this.getAttribute('heading') ?? words[0]
      label.textContent = words[1]
      ask.textContent = words[2]
      list.replaceChildren(...cells.map((cell) => make('li', cell)))
    }
    card({ item_id, title, text, price, currency, image_url }, recommendation_id) {
      const link = make('a')
      link.href = (this.getAttribute('href') ?? '#{id}').replace('{id}', encodeURIComponent(item_id))
      if (image_url) link.append(Object.assign(make('img'), { src: image_url, alt: '', loading: 'lazy' }))
      link.append(make('b', title))
      const money = currency && new Intl.NumberFormat(this.language, { style: 'currency', currency })
      if (price) link.append(make('span', money ? money.format(price) : price))
      link.append(make('small', text))
      link.onclick = (event) => {
        if (this.personal) this.track('view', item_id).catch(() => {})
        if (!this.tell('open', { item_id, recommendation_id })) event.preventDefault()
      }
      return link
    }
  }
  if (!customElements.get('guildhall-recommendations'))
    customElements.define('guildhall-recommendations', Recommendations)
}
