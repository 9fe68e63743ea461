// Guildhall's shopper widget, <guildhall-recommendations widget-key="gh_pub_…">: a shadow tree without inline script, style or eval, for any CSP that
// allows this file and its origin. When something fails it hides: a shop's page must not suffer from its recommendations.
{
  const { origin } = new URL(document.currentScript.src)
  const texts = {
    en: ['Recommended for you', 'Chosen automatically'],
    'zh-CN': ['为您推荐', '由系统自动推荐'],
  }
  const line = 'color-mix(in srgb,currentColor 18%,transparent)'
  const css = `:host{display:block}:host([hidden]){display:none}h2{font-size:1.1em;margin:0 0 .6em}
ul{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;list-style:none;margin:0;padding:0}
a{box-sizing:border-box;display:flex;flex-direction:column;gap:.25rem;height:100%;padding:.75rem;border:1px solid ${line};border-radius:.6rem;color:inherit;text-decoration:none}
a:hover{border-color:currentColor}a:focus-visible{outline:2px solid;outline-offset:2px}
img{width:100%;aspect-ratio:4/3;object-fit:cover}b{overflow-wrap:anywhere}span{font-size:.9em}
small,p{font-size:.8em;opacity:.8}p{margin:.6em 0 0}i{display:block;height:5.5rem;border-radius:.6rem;background:${line}}`

  // Where a browser keeps nothing, the page does.
  const memory = {}
  const read = (name) => {
    try {
      return memory[name] ?? localStorage.getItem(`guildhall.${name}`)
    } catch {}
  }
  const write = (name, value) => {
    memory[name] = value
    try {
      localStorage.setItem(`guildhall.${name}`, value)
    } catch {}
    return value
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
    static observedAttributes = ['widget-key', 'scenario', 'items', 'limit', 'lang', 'token']
    turn = 0
    connectedCallback() {
      if (!this.shadowRoot) {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet]
      }
      void this.refresh()
    }
    attributeChangedCallback() {
      if (this.shadowRoot) void this.refresh()
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
      if (!this.shadowRoot.firstChild) this.show([1, 2, 3].map(() => make('i')))
      try {
        const list = await this.post('recommendations', {
          scenario: this.getAttribute('scenario') ?? 'home',
          item_ids: this.getAttribute('items')?.split(',') ?? [],
          limit: Number(this.getAttribute('limit') ?? 6),
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
      const [title, label] = texts[this.language]
      const list = make('ul', ...cells.map((cell) => make('li', cell)))
      this.shadowRoot.replaceChildren(make('h2', this.getAttribute('heading') ?? title), list, make('p', label))
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
        this.track('view', item_id).catch(() => {})
        if (!this.tell('open', { item_id, recommendation_id })) event.preventDefault()
      }
      return link
    }
  }
  if (!customElements.get('guildhall-recommendations'))
    customElements.define('guildhall-recommendations', Recommendations)
}
