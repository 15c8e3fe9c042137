#include "importers/text/repair.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

std::string repaired(std::string_view text) {
  return std::string(repair(Text::from_source(std::string(text))).text.view());
}

TEST(Repair, UndoesTheCommonMisreadings) {
  EXPECT_EQ(repaired("Die BrÃ¼cke fÃ¼hrt Ã¼ber den Fluss."), "Die Brücke führt über den Fluss.");
  EXPECT_EQ(repaired("She said â€œnoâ€¦ not yetâ€¦â€œ"), "She said “no… not yet…“");
  EXPECT_EQ(repaired("LiĂ¨ge, prĂ¨s de la gare"), "Liège, près de la gare");
  EXPECT_EQ(repaired("РџСЂРёРІРµС‚, РјРёСЂ"), "Привет, мир");
  EXPECT_EQ(repaired("Il l'a montr√© √† sa m√®re"), "Il l'a montré à sa mère");
  EXPECT_EQ(repaired("#╨┐╨╛╨│╨╛╨┤╨░"), "#погода");
}

TEST(Repair, UndoesHybrids) {
  EXPECT_EQ(repaired("The minister said β€œwe are ready” and left. β€œNot yet,” said others πŸ’₯"),
            "The minister said “we are ready” and left. “Not yet,” said others 💥");
}

TEST(Repair, TakesTheCommonSetBeforeAHybridThatFitsTheLettersBetter) {
  const std::string line = "José met Àlex Martí in Málaga, saying “Voilà, qué más” in the café.\n";
  std::string broken =
      "JosÃ© met Ã€lex MartÃ\u00AD in MÃ¡laga, saying â€œVoilÃ\u00A0, quÃ© mÃ¡sâ€\u009D in the "
      "cafÃ©.\n";
  EXPECT_EQ(repaired(broken + broken + broken + broken), line + line + line + line);
}

TEST(Repair, UndoesSeveralLayers) {
  EXPECT_EQ(repaired("nÃƒÂ© en mai"), "né en mai");
  EXPECT_EQ(repaired("aujourdâ€™hui, il a rÃªvÃ©"), "aujourd’hui, il a rêvé");
}

TEST(Repair, LeavesCleanTextAsItIs) {
  for (const std::string_view text : {
           "Η ομάδα του Άρη κέρδισε με 3–1 «εύκολα», είπε ο προπονητής.",
           "Министр сказал: «Мы готовы…» — и ушёл. СССР, США, РФ.",
           "L’été dernier, « Élise » a dit : “À bientôt” — ça va ?",
           "Die Straße „Am Übergang“ ist für Fußgänger gesperrt.",
           "İstanbul'da yağış bekleniyor; ŞİŞLİ ilçesi uyarıldı.",
           "Gdzieś w Łodzi: „Zażółć gęślą jaźń”.",
           "Tiếng Việt có sáu thanh điệu.",
           "部长说：“我们准备好了。”",
           "x ≤ 3·10⁻² ± 5%, ∀ε>0 ∃δ: |f(x)−f(a)| < ε",
           "/ˈɹiːdɪŋ/ [ˈʁeːdn̩]",
           "├── src\n│   └── main.cc\n└── README.md",
           "MAÇÃ, NÃO, CORAÇÃO, ÂNGELA, 25 °C, 5×£35, №7, Brontë…”, 2012—∞",
       })
    EXPECT_EQ(repaired(text), text);
}

TEST(Repair, KeepsWhatMayBeMeant) {
  for (const std::string_view text : {
           "a radius of 10 Å—",
           "KÅRE ØY™, the new chair",
           "There is an Ã’s in it",
           "Å være eller ikke være",
           "X ∆° Y (`¬´ )",
           "├┤a┼┐a┼┐a",
           "Peter/Poul – BrÃ¥d",
           "HÅØYA ER BLÅØYD",
           "5×£35 and 7×…",
       })
    EXPECT_EQ(repaired(text), text);
}

TEST(Repair, ReadsSequencesThatLostAByte) {
  EXPECT_EQ(repaired("â€œlost in translationâ€\uFFFD"), "“lost in translation\uFFFD");
  EXPECT_EQ(repaired("Ã  l'Ã©cole, voilÃ le problÃ¨me"), "à l'école, voilà le problème");
  EXPECT_EQ(repaired("Ã s vezes nÃ£o, atÃ© amanhÃ£"), "às vezes não, até amanhã");
}

TEST(Repair, JoinsSurrogatesWrittenAsCharacters) {
  EXPECT_EQ(repaired("so happy \u00ED\u00A0\u00BD\u00ED\u00B8\u008D"), "so happy 😍");
}

TEST(Repair, ReadsControlsBesideLatinAsWindows1252) {
  EXPECT_EQ(repaired("\u0084Gut\u0093, sagte er \u0096 und ging"), "„Gut“, sagte er – und ging");
  EXPECT_EQ(repaired("one\u0085\ntwo"), "one\u0085\ntwo");
  EXPECT_EQ(repaired("니\u008B¤"), "니\u008B¤");
}

TEST(Repair, GoesByTheLanguageWhereTablesDiffer) {
  // ĂĽ is å in iso-8859-2 and ü in windows-1250.
  EXPECT_EQ(repaired("De bør ogsĂĽ fĂĽ at vide, hvornår færgen går."),
            "De bør også få at vide, hvornår færgen går.");
  EXPECT_EQ(repaired("Sie fĂĽhren es natĂĽrlich über die Brücke."),
            "Sie führen es natürlich über die Brücke.");
}

TEST(Repair, LooksBehindOneTableForAnother) {
  EXPECT_EQ(repaired("a rights issue of Г‚ВЈ5.8bn"), "a rights issue of £5.8bn");
}

TEST(Repair, TellsWhatItChangedAndWhere) {
  const std::string source = "Caf\u00C3\u00A9 im S\u00C3\u00BCden";
  const Repaired result = repair(Text::from_source(source));
  ASSERT_EQ(result.repairs.size(), 2u);
  const Repair& second = result.repairs[1];
  EXPECT_EQ(second.broken, "Ã¼");
  EXPECT_EQ(second.fixed, "ü");
  EXPECT_EQ(second.table, "windows-1252");
  EXPECT_GT(second.confidence, 0.9);
  EXPECT_EQ(source.substr(second.at.begin, second.at.end - second.at.begin), "Ã¼");
}

TEST(Repair, LeadsBackToTheBytesReceived) {
  const std::string source = "<p>Caf\u00C3\u00A9</p>";
  const Text whole = Text::from_source(source);
  TextBuilder builder(whole);
  builder.copy({3, 10});
  const Repaired result = repair(std::move(builder).build());
  EXPECT_EQ(result.text.view(), "Café");
  EXPECT_EQ(result.text.to_source({3, 5}), (SourceSpan{6, 10}));
  ASSERT_EQ(result.repairs.size(), 1u);
  EXPECT_EQ(result.repairs[0].at, (SourceSpan{6, 10}));
}

TEST(Repair, KeepsBytesThatAreNotUtf8) {
  EXPECT_EQ(repaired("a\xFF\xC3 b\x80"), "a\xFF\xC3 b\x80");
  EXPECT_EQ(repaired("\xFF"
                     "Die BrÃ¼cke fÃ¼hrt\xC3"),
            "\xFF"
            "Die Brücke führt\xC3");
}

}  // namespace
}  // namespace dateline
