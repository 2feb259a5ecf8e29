package speech_test

import (
	"strings"
	"testing"

	"github.com/readout/readout/internal/codedtest"
	"github.com/readout/readout/internal/text"
)

// Who speaks in the tests below. The first sentence of the body introduces them, so that the others can use short names.
const people = "Norwegian President John Smith spoke after Chadian Foreign Minister Mary Jones."

// A statementCase is a text and the statements that it holds, one a line: "Smith, direct: “We met,”", then what is known of
// "via", "to" and "with". fails is why it is not read so today.
type statementCase struct{ name, text, want, fails string }

func (c statementCase) run(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		paragraphs := append([]string{people}, strings.Split(c.text, "\n\n")...)
		codedtest.Compare(t, c.text, written(codedtest.Doc(t, codedtest.Monday, paragraphs...)), c.want, c.fails)
	})
}

func runAll(t *testing.T, cases []statementCase) {
	t.Helper()
	for _, c := range cases {
		c.run(t)
	}
}

// written lists the statements of a document.
func written(d *text.Doc) string {
	var lines []string
	for _, s := range d.Statements {
		if s.Negated {
			continue
		}
		line := short(d, s.Speaker) + ", " + string(s.Form) + ": " + d.Slice(s.Content)
		if s.Via >= 0 {
			line += " | via " + short(d, s.Via)
		}
		if s.Audience != "" {
			line += " | to " + s.Audience
		}
		if len(s.With) > 0 {
			line += " | with"
			for _, a := range s.With {
				line += " " + short(d, a)
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// short is the last word of the name of the two people, and the whole name of others.
func short(d *text.Doc, actor int) string {
	switch name := d.Actors[actor].Name; name {
	case "John Smith", "Mary Jones":
		return strings.Fields(name)[1]
	default:
		return name
	}
}

func TestQuotations(t *testing.T) {
	runAll(t, []statementCase{
		{"the quotation stands before who said it", "“The border is open,” Smith said.", "Smith, direct: “The border is open,”", ""},
		{"the speaker follows the verb", "“The border is open,” said Smith.", "Smith, direct: “The border is open,”", ""},
		{"the quotation stands after who said it", "Smith said: “The border is open.”", "Smith, direct: “The border is open.”", ""},
		{"a comma leads to the quotation", "Smith said, “The border is open.”", "Smith, direct: “The border is open.”", ""},
		{"a quotation is split by who said it", "“The border is open,” Smith said. “The road is not.”", "Smith, direct: “The border is open,”\nSmith, direct: “The road is not.”", ""},
		{"a sentence is split by who said it", "“The border,” Smith said, “will open on Monday and stay open.”", "Smith, direct: “The border,”\nSmith, direct: “will open on Monday and stay open.”", ""},
		{"a quotation runs over two paragraphs", "“The border is open,” Smith said. “The road is not.\n\n“We will open it soon.”", "Smith, direct: “The border is open,”\nSmith, direct: “The road is not.\nSmith, direct: “We will open it soon.”", ""},
		{"a quotation alone goes on with the speaker before", "“The border is open,” Smith said.\n\n“We will open the road soon.”", "Smith, direct: “The border is open,”\nSmith, direct: “We will open the road soon.”", ""},
		{"a quotation alone after two other paragraphs has no speaker", "“The border is open,” Smith said.\n\nThe road was closed.\n\nThe port was closed.\n\n“We will open the road soon.”", "Smith, direct: “The border is open,”", ""},
		{"a quotation before anybody spoke has no speaker", "“We will open the road soon.”", "", ""},
		{"two people quoted in turn", "“The border is open,” Smith said.\n\n“It is closed,” Jones said.", "Smith, direct: “The border is open,”\nJones, direct: “It is closed,”", ""},
		{"a pronoun speaks", "Smith arrived late. “The border is open,” he said.", "Smith, direct: “The border is open,”", ""},
		{"she is the woman", "Jones arrived late. “The border is open,” she said.", "Jones, direct: “The border is open,”", ""},
		{"a question is quoted", "“Is the border open?” Smith asked.", "Smith, direct: “Is the border open?”", ""},
		{"an exclamation is quoted", "“The border is open!” Smith said.", "Smith, direct: “The border is open!”", ""},
		{"straight marks", "\"The border is open,\" Smith said.", "Smith, direct: \"The border is open,\"", ""},
		{"British single marks", "‘The border is open,’ Smith said.", "Smith, direct: ‘The border is open,’", ""},
		{"British single marks with an apostrophe within", "‘The border isn’t open,’ Smith said.", "Smith, direct: ‘The border isn’t open,’", ""},
		{"straight single marks", "'The border is open,' Smith said.", "Smith, direct: 'The border is open,'", ""},
		{"typewriter marks", "''The border is open,'' Smith said.", "Smith, direct: ''The border is open,''", ""},
		{"typewriter marks of the printer", "``The border is open,'' Smith said.", "Smith, direct: ``The border is open,''", ""},
		{"guillemets", "«The border is open,» Smith said.", "Smith, direct: «The border is open,»", ""},
		{"a quotation within a quotation is no statement of its own", "“The words ‘open border’ are clear,” Smith said.", "Smith, direct: “The words ‘open border’ are clear,”", ""},
		{"a colon in the sentence before", "Smith was clear:\n\n“The border is open.”", "Smith, direct: “The border is open.”", ""},
		{"a verb of saying with a colon in the paragraph before", "Smith told reporters:\n\n“The border is open.”", "Smith, direct: “The border is open.” | to reporters", ""},
		{"an adverb stands between", "“The border is open,” Smith later said.", "Smith, direct: “The border is open,”", ""},
		{"an apposition stands between", "“The border is open,” Smith, the president, said.", "Smith, direct: “The border is open,”", ""},
		{"an apposition stands between and a place follows", "“The border is open,” Smith, the president, said in Oslo.", "Smith, direct: “The border is open,”", ""},
		{"an apposition stands before told", "“The border is open,” Mary Jones, the director at the Centre of Justice, told Reuters.", "Jones, direct: “The border is open,” | to Reuters", ""},
		{"a parenthesis stands between", "“The border is open to all,” Smith (Oslo) said.", "Smith, direct: “The border is open to all,”", ""},
		{"two people are quoted together", "“We are ready for talks,” Smith and Jones said.", "Smith, direct: “We are ready for talks,” | with Jones", ""},
		{"the verb of the quotation and of saying share a clause", "“They are stronger together, and so are we,” he said.", "Smith, direct: “They are stronger together, and so are we,”", ""},
		{"somebody unknown spoke last", "Smith said the border was open. “It is good,” a driver said. “The road is open.”", "Smith, indirect: the border was open", ""},
		{"the quotation is added", "“The border is open,” Smith said, adding: “The road is not open.”", "Smith, direct: “The border is open,”\nSmith, direct: “The road is not open.”", ""},
	})
}

func TestWordsQuotedWithinOtherWords(t *testing.T) {
	runAll(t, []statementCase{
		{"a mixed quotation", "Smith said the border was “open to all”.", "Smith, mixed: the border was “open to all”", ""},
		{"a mixed quotation with that", "Smith said that talks had been “long and hard” and would go on.", "Smith, mixed: talks had been “long and hard” and would go on", ""},
		{"a quotation that is a clause of its own after that", "Smith said that “the border is open”.", "Smith, direct: “the border is open”", ""},
		{"scare quotes in the reporter's words say nothing", "The “wolf warriors” arrived in Oslo on Monday.", "", ""},
		{"a word in scare quotes in reported speech", "Smith said the “spy balloon” had left.", "Smith, mixed: the “spy balloon” had left", ""},
		{"a quotation that is a clause of its own, its article outside", "Smith said that the “two sides have made progress”.", "Smith, direct: “two sides have made progress”", ""},
		{"a clause goes on in marks", "Smith said that a treaty was within reach, “but the map is still missing”.", "Smith, mixed: a treaty was within reach, “but the map is still missing”", ""},
		{"a title in marks is no statement", "Smith read “War and Peace” in Oslo.", "", ""},
		{"a name in marks after called", "The plan, called “Open Border”, failed.", "", ""},
		{"from the verb on, with words quoted", "Smith described the attack as “a crime”.", "Smith, mixed: described the attack as “a crime”", ""},
	})
}

func TestReportedSpeech(t *testing.T) {
	runAll(t, []statementCase{
		{"with that", "Smith said that the border was open.", "Smith, indirect: the border was open", ""},
		{"without that", "Smith said the border was open.", "Smith, indirect: the border was open", ""},
		{"told reporters", "Smith told reporters that the border was open.", "Smith, indirect: the border was open | to reporters", ""},
		{"told a person", "Smith told Jones that the border was open.", "Smith, indirect: the border was open | to Mary Jones", ""},
		{"told parliament", "Smith told parliament the border was open.", "Smith, indirect: the border was open | to parliament", ""},
		{"who said it stands after the words", "The border was open, Smith said.", "Smith, indirect: The border was open", ""},
		{"who said it stands within the words", "The border, Smith said, was open.", "Smith, indirect: The border, Smith said, was open", "the part before the parenthesis is lost"},
		{"two clauses joined by and, each with its own subject", "Smith said that the border was open and that the road was closed.", "Smith, indirect: the border was open\nSmith, indirect: the road was closed", ""},
		{"two clauses joined by and without a second that", "Smith said the border was open and the road was closed.", "Smith, indirect: the border was open\nSmith, indirect: the road was closed", ""},
		{"two verbs of one subject are one statement", "Smith said the border was open and would stay open.", "Smith, indirect: the border was open and would stay open", ""},
		{"and added", "Smith said the border was open and added that the road was closed.", "Smith, indirect: the border was open\nSmith, indirect: the road was closed", ""},
		{"adding that", "Smith said the border was open, adding that the road was closed.", "Smith, indirect: the border was open\nSmith, indirect: the road was closed", ""},
		{"urged to", "Smith urged Chad to open the border.", "Smith, indirect: to open the border", ""},
		{"called for", "Smith called for talks.", "Smith, indirect: called for talks", ""},
		{"condemned", "Smith condemned the attack on the border.", "Smith, indirect: condemned the attack on the border", ""},
		{"denied", "Smith denied that the border was open.", "Smith, indirect: denied that the border was open", ""},
		{"warned of", "Smith warned of a long war.", "Smith, indirect: warned of a long war", ""},
		{"a circumstance before the verb of saying is no content", "Speaking in Oslo, Smith said the border was open.", "Smith, indirect: the border was open", ""},
		{"a state says", "Norway said the border was open.", "Norway, indirect: the border was open", ""},
		{"the side of a state says", "The Chadian side said the border was open.", "Chad, indirect: the border was open", "package actor: an adjective before side names nobody"},
		{"two people say together", "Smith and Jones said the border was open.", "Smith, indirect: the border was open | with Jones", ""},
		{"the two sides say", "The two sides said the border was open.", "Norway, indirect: the border was open | with Chad", ""},
		{"past tense taken for a participle", "Smith conveyed concern about the border.", "Smith, indirect: conveyed concern about the border", ""},
		{"present tense taken for a noun", "Norway denies that its army was at the border.", "Norway, indirect: denies that its army was at the border", ""},
		{"an hour is no speaker", "Hours before the summit, Norway's foreign ministry said it would open the border.", "Foreign Ministry, indirect: it would open the border", ""},
		{"an apposition names the speaker", "Norway's main rival, Chad, accused Smith of the attack.", "Chad, indirect: accused Smith of the attack", ""},
		{"the government of a person", "Smith's government announced that it would open the border. Norway is cold.", "Norway, indirect: it would open the border", ""},
		{"made clear", "Smith made clear that the border was open, and he reiterated support for talks.", "Smith, indirect: the border was open\nSmith, indirect: reiterated support for talks", ""},
		{"the reporter goes on after and", "Smith said Chad “must go” and urged Jones to step down.", "Smith, mixed: Chad “must go”\nSmith, indirect: to step down | to Mary Jones", ""},
		{"what another rejects is within what was said", "Smith told Jones that Norway rejects the plan.", "Smith, indirect: Norway rejects the plan | to Mary Jones", ""},
		{"the reporter tells what the speaker did", "Smith reaffirmed that Norway upholds the treaty, but he offered no apology.", "Smith, indirect: Norway upholds the treaty", ""},
		{"a parenthesis between dashes", "Smith insisted that the ship – which was old – was a research ship.", "Smith, indirect: the ship – which was old – was a research ship", ""},
		{"adding to whom it was told", "Smith told Jones that the border was open, adding that the road was closed.", "Smith, indirect: the border was open | to Mary Jones\nSmith, indirect: the road was closed | to Mary Jones", ""},
	})
}

func TestWhoRelaysWords(t *testing.T) {
	runAll(t, []statementCase{
		{"according to a person, at the start", "According to Smith, the border was open.", "Smith, indirect: the border was open", ""},
		{"according to a person, at the end", "The border was open, according to Smith.", "Smith, indirect: The border was open", ""},
		{"according to an agency that relays a person", "Smith said the border was open, according to Xinhua.", "Smith, indirect: the border was open | via Xinhua", ""},
		{"a quotation according to a person", "“The border is open,” according to Smith.", "Smith, direct: “The border is open,”", ""},
		{"quoted as saying", "Xinhua quoted Smith as saying the border was open.", "Smith, indirect: the border was open | via Xinhua", "the agency is taken to say the words as well"},
		{"quoted as saying, with marks", "Xinhua quoted Smith as saying: “The border is open.”", "Smith, direct: “The border is open.” | via Xinhua", ""},
		{"was quoted by an agency as saying", "Smith was quoted by Xinhua as saying that the border was open.", "Smith, indirect: the border was open | via Xinhua", ""},
		{"the quotation stands before was quoted as saying", "“The border is open,” Smith was quoted as saying by Xinhua.", "Smith, direct: “The border is open,” | via Xinhua", "by Xinhua is not looked for after saying"},
		{"an agency reported at the end", "Smith said the border was open, Xinhua reported.", "Xinhua, indirect: Smith said the border was open\nSmith, indirect: the border was open | via Xinhua", ""},
		{"the agency told", "Smith told Xinhua that the border was open.", "Smith, indirect: the border was open | to Xinhua", ""},
		{"an agency reported that someone said", "Xinhua reported that Smith said the border was open.", "Xinhua, indirect: Smith said the border was open\nSmith, indirect: the border was open | via Xinhua", ""},
		{"remarks carried by an agency", "In remarks carried by Xinhua, Smith said the border was open.", "Smith, indirect: the border was open | via Xinhua", ""},
		{"told a news agency", "Smith told the Xinhua news agency that the border was open.", "Smith, indirect: the border was open | to Xinhua", ""},
	})
}

func TestTextsThatSay(t *testing.T) {
	runAll(t, []statementCase{
		{"the statement said", "Smith's office said the border was open. The statement said the road was closed.", "Presidential Office, indirect: the border was open\nPresidential Office, indirect: the road was closed", ""},
		{"a person's office said", "Smith’s office said the border was open.", "Presidential Office, indirect: the border was open", ""},
		{"a ministry's statement said", "The Norwegian foreign ministry said in a statement that the border was open.", "Foreign Ministry, indirect: the border was open", ""},
		{"a readout by a government said", "Chad’s readout said the border was open.", "Chad, indirect: the border was open", ""},
		{"a readout of an adjective's state said", "The Norwegian statement said the border was open. Norway had asked for it.", "Norway, indirect: the border was open", ""},
		{"a spokesman for a person said", "A spokesman for Smith said the border was open.", "spokesman, indirect: the border was open", ""},
	})
}

func TestWhatWasNotSaid(t *testing.T) {
	runAll(t, []statementCase{
		{"did not say", "Smith did not say that the border was open.", "", ""},
		{"never said", "Smith never said the border was open.", "", ""},
		{"should say", "Smith should say that the border is open.", "", ""},
		{"may say", "Smith may say that the border is open.", "", ""},
		{"would say", "Smith would say that the border is open.", "", ""},
		{"declined to comment", "Smith declined to comment on the border.", "", ""},
		{"declined to say", "Smith declined to say whether the border was open.", "", ""},
		{"refused to confirm", "Smith refused to confirm that the border was open.", "", ""},
		{"wanted to say", "Smith wanted to say that the border was open.", "", ""},
		{"was expected to say", "Smith was expected to say that the border was open.", "", ""},
		{"went on to say was said", "Smith went on to say that the border was open.", "Smith, indirect: the border was open", ""},
		{"needless to say", "Needless to say, the border was open.", "", ""},
		{"called on a person", "Smith called on Jones in Oslo.", "", ""},
		{"called off", "Smith called off the talks.", "", ""},
		{"that is to say", "Talks, that is to say meetings, were held.", "", ""},
		{"it is said", "It is said that the border was open.", "", ""},
		{"a said party is no saying", "The said border was open.", "", ""},
		{"a noun of saying", "The report was long and the statement was short.", "", ""},
	})
}
