package carrier

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// A File is a text that a PDF carries as an attached file, under a name of ASCII.
type File struct {
	Name, Description string
	Text              []byte
}

var (
	emptyNames = regexp.MustCompile(`/Names\s*<<\s*(/EmbeddedFiles\s*<<\s*/Names\s*\[\s*\]\s*>>\s*)?>>`)
	trailer    = regexp.MustCompile(`(?s)trailer\s*<<\s*/Size (\d+)\s*/Root (\d+) 0 R\s*/Info (\d+) 0 R\s*>>\s*startxref\s*(\d+)\s*%%EOF\s*$`)
)

// PutPDF returns a PDF document of fpdf's with a file attached, and with other texts
// beside it that no reader shows. It is an incremental update: all that was there
// keeps its place, which bookmarks and links depend on. It fails where the document
// is another's.
func PutPDF(document []byte, file File, hidden ...[]byte) ([]byte, error) {
	m := trailer.FindSubmatch(document)
	if m == nil {
		return nil, errors.New("attach a file to the PDF: it does not end as expected")
	}
	size, _ := strconv.Atoi(string(m[1])) // digits by the pattern, as many as fpdf counts objects
	root, info, before := string(m[2]), string(m[3]), string(m[4])
	catalog, err := dictionaryOf(document, root)
	if err != nil {
		return nil, err
	}
	u := update{out: bytes.NewBuffer(bytes.Clone(document)), next: size, places: map[int]int{}}
	attached, err := u.text("/Type /EmbeddedFile /Subtype /application#2Fjson", file.Text)
	if err != nil {
		return nil, err
	}
	spec := u.object(fmt.Sprintf("<</Type /Filespec /F (%s) /UF (%s) /Desc (%s) /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>",
		file.Name, file.Name, file.Description, attached, attached))
	more := ""
	for i, text := range hidden {
		n, err := u.text("", text)
		if err != nil {
			return nil, err
		}
		more += fmt.Sprintf("\n/HeadroomText%d %d 0 R", i+1, n)
	}
	number, _ := strconv.Atoi(root) // so is this one
	u.put(number, fmt.Sprintf("<<%s\n/Names <</EmbeddedFiles <</Names [(%s) %d 0 R]>>>>\n/AF [%d 0 R]%s\n>>", catalog, file.Name, spec, spec, more))
	return u.end(number, size, root, info, before), nil
}

// dictionaryOf returns what the dictionary of an object holds, without the names of
// attached files, of which fpdf writes an empty list.
func dictionaryOf(document []byte, number string) ([]byte, error) {
	head := []byte("\n" + number + " 0 obj\n<<")
	at := bytes.LastIndex(document, head)
	if at < 0 {
		return nil, errors.New("attach a file to the PDF: it has no catalog")
	}
	body := document[at+len(head):]
	end := bytes.Index(body, []byte("endobj"))
	if end < 0 {
		return nil, errors.New("attach a file to the PDF: its catalog has no end")
	}
	body = bytes.TrimSpace(body[:end])
	return emptyNames.ReplaceAll(bytes.TrimSuffix(body, []byte(">>")), nil), nil
}

// An update is what is written behind the end of a document.
type update struct {
	out    *bytes.Buffer
	next   int         // number of the next object
	places map[int]int // of the objects written
}

// object writes a new object and returns its number.
func (u *update) object(body string) int {
	n := u.next
	u.next++
	u.put(n, body)
	return n
}

// put writes an object.
func (u *update) put(n int, body string) {
	u.places[n] = u.out.Len()
	fmt.Fprintf(u.out, "%d 0 obj\n%s\nendobj\n", n, body)
}

// text writes a text as a compressed stream.
func (u *update) text(dictionary string, text []byte) (int, error) {
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.BestCompression)
	if err == nil {
		_, err = w.Write(text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return 0, fmt.Errorf("compress a text: %w", err)
	}
	return u.object(fmt.Sprintf("<<%s /Params <</Size %d>> /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream",
		dictionary, len(text), packed.Len(), packed.Bytes())), nil
}

// end writes where the objects stand: the catalog, then the new ones.
func (u *update) end(catalog, first int, root, info, before string) []byte {
	table := u.out.Len()
	fmt.Fprintf(u.out, "xref\n%d 1\n%010d 00000 n \n%d %d\n", catalog, u.places[catalog], first, u.next-first)
	for n := first; n < u.next; n++ {
		fmt.Fprintf(u.out, "%010d 00000 n \n", u.places[n])
	}
	fmt.Fprintf(u.out, "trailer\n<<\n/Size %d\n/Root %s 0 R\n/Info %s 0 R\n/Prev %s\n>>\nstartxref\n%d\n%%%%EOF\n", u.next, root, info, before, table)
	return u.out.Bytes()
}
