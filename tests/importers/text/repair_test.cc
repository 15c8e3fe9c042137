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
