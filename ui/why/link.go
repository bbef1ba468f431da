package why

import (
	"fmt"
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/net/idna"

	"headroom/scenario/unit"
	"headroom/scenario/words"
	"headroom/ui/desk"
	"headroom/ui/prompt"
)

// OpenLink shows the address of a source in full, and where it is one of the web
// offers to open it in the browser.
func OpenLink(d *desk.Desk, address string) {
	shown := widget.NewLabel(unit.Printable(address))
	shown.Wrapping = fyne.TextWrapBreak
	shown.TextStyle.Monospace = true
	target, err := webAddress(address)
	if err != nil {
		d.Prompts.Show(prompt.Prompt{
			Name: "link", Title: "This address is not opened", Message: words.Sentence(err),
			Content: shown, Accept: "OK", Alone: true,
		})
		return
	}
	d.Prompts.Show(prompt.Prompt{
		Name: "link", Title: "Open this address?", Message: "Your browser will go to " + site(target) + ":",
		Content: shown, Accept: "Open in the browser",
		OnAccept: func() string {
			if err := d.App.OpenURL(target); err != nil {
				return words.Sentence(fmt.Errorf("the browser cannot be opened: %w; copy the address from here", err))
			}
			return ""
		},
	})
}

// webAddress reads an address that may be opened: http or https, of a host, with
// no name or password before it that could pass for one.
func webAddress(address string) (*url.URL, error) {
	target, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the source gives an address that cannot be read")
	case target.Scheme != "http" && target.Scheme != "https":
		return nil, fmt.Errorf("only addresses that begin with http:// or https:// are opened")
	case target.Hostname() == "":
		return nil, fmt.Errorf("the address names no site")
	case target.User != nil:
		return nil, fmt.Errorf("the address has a name before its site, %s, and could pass for another", site(target))
	}
	return target, nil
}

// site names the host of an address so that none can pass for another: letters
// that are not ASCII, which may look like those that are, in the spelling that
// browsers look them up by (xn--).
func site(target *url.URL) string {
	host := target.Hostname()
	if spelled, err := idna.Punycode.ToASCII(host); err == nil {
		host = spelled
	}
	return unit.Printable(host)
}
