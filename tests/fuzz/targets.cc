#include "tests/fuzz/targets.h"

namespace dateline::test {

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> targets = {
      {"edtf",
       broken_edtf,
       {"2022-02-12", "2022-02-12T10:30:00+02:00", "-0043-03-15?", "199X~", "1986-XX-XX",
        "2005-03/2007-09-02%", "../2022-21", "2022-33/", "[1668,1669..1671,..1700]",
        "{1961,1962-11..}", "Y-170000003", "157X-11-24", "9999-12-31T24"}},
      {"date_value",
       broken_date_value,
       {"2022-02-12TMO", "2022-W06-WE", "2022-W06-6", "199", "19", "BC0044-03-15", "2022-Q3",
        "2022-H1", "2022-SP", "2022-02-12T10:30:15.5-05:00", "2022-12-31T24:00", "9999-12-31T23"}},
      {"duration",
       broken_duration,
       {"P1Y2M3W4DT5H6M7.5S", "-P2,5Y", "PT48H", "PXD", "P3DE", "P1CE2Q", "P2WE", "P1CE2.5DE3Y",
        "P1CE2.5DE3Y"}},
      {"instant",
       broken_instant,
       {"2022-02-12T10:30:00Z", "-0043-03-15T23:59:60.25+05:45", "2022-02-12T24:00-03"}},
      {"utf8",
       broken_utf8,
       {"plain words and more of them, to fill a block of sixty-four bytes and then some",
        "a\u00e9\u20ac\U0001F600 \u0416\u4e2d", "\xC0\x80\xED\xA0\x80\xF4\x90\x80\x80\xFF\xFE"}},
      {"json",
       broken_json,
       {R"({"status":"ok","articles":[{"title":"Mill &amp; dam","content":"<p>One.<\/p>\u201c"}]})",
        "{\"text\":\"Caf\xE9 \\ud83d\\udca5 [+12 "
        "chars]\"}\n{\"text\":[\"a\",\"b\"],\"text\":\"c\"}\n",
        R"({"headline":"h","body":[{"text":"a"},{"text":"\ud83d"}],"date":{"$date":1644690605}})"}},
      {"page",
       broken_page,
       {"<title>Mill shuts</title><h1>Mill shuts</h1><p>By Ann Lee | Feb. 12, 2022<p>It shut. On "
        "&amp; on&hellip;<ul><li>One<li>Two</ul><pre> a\n b</pre>",
        "<meta charset=windows-1252><meta name=author content='Ann Lee'><div class=comments>\x93No"
        "\x94</div><article><p>The mill shut on Monday.</p></article><script "
        "type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Bo\"}]}</"
        "script>"}},
      {"feed",
       broken_feed,
       {"<rss><channel><title>H</title><item><title>Mill &amp; "
        "dam</title><content:encoded><![CDATA["
        "<p>It shut.</p>]]></content:encoded><author>a@b (Ann)</author></item></channel></rss>",
        "<feed xml:lang='en'><entry><content type='xhtml'><div><p>One.</p></div></content><link "
        "href='http://h/'/><published>2022-02-12</published></entry></feed>"}},
      {"news_xml",
       broken_news_xml,
       {"<nitf><head><docdata><date.issue norm=\"20220212T103000Z\"/></docdata></head><body>"
        "<body.head><hl1>Mill</hl1><byline>By "
        "<person>Ann</person></byline></body.head><body.content>"
        "<block><p>It <x:b>shut</x:b>.</p><media>a</media></block></body.content></body></nitf>",
        "<newsMessage><newsItem xml:lang='en'><itemMeta><provider><name>H</name></provider>"
        "<firstCreated>2022-02-12</firstCreated></itemMeta><inlineData><![CDATA[<p>It]]></"
        "inlineData>"
        "</newsItem></newsMessage>",
        "<PPSResponse><article><leadParagraph><paragraph>It shut.</paragraph></leadParagraph>"
        "<tailParagraphs><paragraph>It.</paragraph></tailParagraphs></article></PPSResponse>"}},
      {"table",
       broken_table,
       {"title,text,published\r\nMill,\"It \"\"shut\"\"\r\ntoday\",2022-02-12\r\nDam,It held.,\n",
        "sep=;\ntext;authors\n<p>It.</p>;\"['Ann', 'Bo']\"\n\"a", "\xFF\xFEt\0e\0x\0t\0\n\0"}},
      {"export",
       broken_export,
       {"1 of 2 DOCUMENTS\n\n          Herald\n\n          May 2, 2010\n\nMill\n\nBYLINE: Ann "
        "Lee\n\n"
        "LENGTH: 3 words\n\nIt shut today, as everybody in the town had known for weeks\nand "
        "so.\n\n"
        "LOAD-DATE: x\n\n2 of 2 DOCUMENTS\nLENGTH: 1 words\nIt.\n",
        "HD  Mill\nWC  3 words\nPD  9 January 2012\nLP\nIt shut.\nTD\nIt.\nAN  Document "
        "HRLD000020120109e8190002u\n",
        "Mill\nHerald\nMay 2, 2010\nLength: 3 words\nBody\nIt.\nEnd of Document\n"}},
      {"rtf",
       broken_rtf,
       {"{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 It "
        "\\'e9\\u8364?\\u-10179?\\u-8704?"
        "{\\*\\x y}\\par\\bin3 abc\\uc2\\u233xy}",
        "{\\rtf1 \\'82\\'a0\\tab\\{\\}\\~\\_\\-\\\n{{{a}}b}"}},
      {"docx",
       broken_docx,
       {"<w:document><w:body><w:p><w:r><w:t>It &amp; "
        "so</w:t><w:tab/><w:br/></w:r></w:p><w:p><w:del>"
        "<w:t>x</w:t></w:del><w:r><w:t>On.</w:t></w:r></w:p></w:body></w:document>"}},
      {"charset",
       broken_charset,
       {"\xA4\xA2\x8F\xB0\xA1\x8E\xB1 \xB0\xA1\x81\x30\x81\x30\x95\x32\x82\x36",
        "\x82\xA0\x83\x41\x88\x9F\xA4\x40\xC6\xFD\x81\x41\xFF"}},
      {"mail",
       broken_mail,
       {"From: =?iso-8859-1?Q?Andr=E9?= <a@b>\nDate: Sat, 12 Feb 2022 10:30:00 "
        "+0100\nContent-Type: "
        "multipart/alternative; boundary=x\n\n--x\nContent-Transfer-Encoding: "
        "quoted-printable\n\nIt =\nshut=2E\n--x\nContent-Type: text/html\n\n<p>It shut.\n--x--\n",
        "From: a\nContent-Type: message/rfc822\n\nSubject: b\nContent-Transfer-Encoding: "
        "base64\n\nVGhlIG1pbGwgc2h1dC4=\n"}},
      {"archive",
       broken_archive,
       {"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 66\r\n\r\nHTTP/1.1 200 OK\r\n"
        "Transfer-Encoding: chunked\r\n\r\n4\r\nmill\r\n0\r\n\r\n\r\n\r\nWARC/1.0\r\n",
        "filedesc://a 1 20140216050221 text/plain 9\n1 0 A\nURL\n\nhttp://h/ 1 20140216050221 "
        "text/html 5\n<p>It\n",
        "From a@b Sat Feb 12 10:30:00 2022\nFrom: a@b\n\nIt shut.\n\nFrom a@b Sat Feb 12 10:30:00 "
        "2022\nFrom: a@b\n\nIt held.\n"}},
      {"reading",
       broken_reading,
       {"Harbour firm ordered to clear wrecks\n\nARN, Feb. 11 (Northline) - The port office on "
        "Friday ordered Osprey Minerals to remove two barges by June 30 or face fines of $900 a "
        "day, Mayor Ann Lee said.\n\n\u201cWe don\u2019t know\u2026whether they will,\u201d she "
        "told "
        "reporters a day after the vote. \u201cThat\u2019s all.\u201d\n",
        "1. Who said what? - No. 7, e.g. at 5:30 p.m., U.S. v. Lee; see http://a.example/b?c=d or "
        "a.b@c.example!\n\n* one\n* two \u2026 three\n\nTHE END OF MAY 2021-22 "
        "\U0001F600\u200d\u4e2d "
        "\u0645\u0631\u062d\u0628\u0627 \ufeff\u202e Straße"},
       40},
      {"timeml",
       broken_timeml,
       {"<TimeML><DCT><TIMEX3 tid=\"t0\" value=\"2026-05-08\" functionInDocument=\"CREATION_TIME\">"
        "x</TIMEX3></DCT><TEXT>The <EVENT eid=\"e1\" class=\"STATE\">dam</EVENT> "
        "<EVENT eid=\"e2\" class=\"OCCURRENCE\">burst</EVENT> <TIMEX3 tid=\"t1\" type=\"DATE\" "
        "value=\"1999-02-03\">on <EVENT>Sunday</EVENT></TIMEX3> before the bridge "
        "<EVENT>fell</EVENT>,"
        " and Lee said it will be <EVENT class=\"REPORTING\">rebuilt</EVENT> &amp; <TIMEX3 "
        "type=\"SET\" value=\"P1W\">every week</TIMEX3>.</TEXT></TimeML>"},
       40},
  };
  return targets;
}

}  // namespace dateline::test
