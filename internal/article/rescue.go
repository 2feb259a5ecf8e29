package article

import "golang.org/x/net/html"

// rescued returns the article of a page on which the library finds none: what the
// page itself declares to be its article, by the itemprop "articleBody" or by an
// <article> that is the only one; else, where at least two paragraphs are there
// and most words of the page stand in them, all of these.
func rescued(doc *html.Node, all []pageBlock) ([]pageBlock, error) {
	if root := declared(doc); root != nil {
		blocks, err := walk(root)
		if kept, _ := proseOf(blocks); err != nil || hasProse(kept) {
			return kept, err
		}
	}
	kept, share := proseOf(all)
	if len(kept) < 2 || share < 0.5 {
		return nil, nil
	}
	return kept, nil
}

// declared returns the element that a page declares to be its article, or nil.
func declared(doc *html.Node) *html.Node {
	var bodies, articles []*html.Node
	var search func(*html.Node)
	search = func(n *html.Node) {
		if property, _ := attribute(n, "itemprop"); property == "articleBody" {
			bodies = append(bodies, n)
		} else if n.Type == html.ElementNode && n.Data == "article" {
			articles = append(articles, n)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			search(child)
		}
	}
	search(doc)
	switch {
	case len(bodies) > 0:
		return bodies[0]
	case len(articles) == 1:
		return articles[0]
	}
	return nil
}

// proseOf returns the headline and the running text of blocks, and the share of
// all words that it holds.
func proseOf(blocks []pageBlock) (prose []pageBlock, share float64) {
	count, kept := 0, 0
	for _, b := range blocks {
		n := len(words(b.text))
		count += n
		if b.tag == "h1" || b.isProse() {
			prose = append(prose, b)
			kept += n
		}
	}
	return prose, float64(kept) / float64(max(count, 1))
}
