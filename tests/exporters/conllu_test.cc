#include "exporters/conllu.h"

#include <gtest/gtest.h>

#include <sstream>

#include "importers/format/conllu.h"

namespace dateline {
namespace {

std::string rewritten(std::string_view conllu) {
  std::ostringstream out;
  read_conllu(conllu, [&](Result<Document> document) { write_conllu(*document, out); });
  return out.str();
}

constexpr std::string_view kSample =
    "# newdoc\n# newpar\n# sent_id = a-1\n# text = We don't.\n"
    "1\tWe\twe\tPRON\t_\tNumber=Plur|Person=1\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\t_\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n"
    "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
    "# newpar\n# text = No\n1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n\n";

TEST(ConlluExport, WritesWhatWasRead) { EXPECT_EQ(rewritten(kSample), kSample); }

TEST(ConlluExport, DoesNotJoinAHyphenToItsWords) {
  const std::string text = rewritten(
      "1\ta\ta\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
      "2\t-\t-\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No\n"
      "3\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n\n");
  EXPECT_EQ(text.find("1-2"), std::string::npos);
  EXPECT_NE(text.find("# text = a-b\n"), std::string::npos);
}

TEST(RoleColumns, HoldOneColumnForEachPredicate) {
  std::ostringstream out;
  read_conllu(
      "# sent_id = "
      "a\n1\tWe\twe\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tmay\tmay\tAUX\t_\t_\t0\troot\t_\t_\n"
      "3\tgo\tgo\tVERB\t_\t_\t2\tdep\t_\t_\n4\tback\tback\tADV\t_\t_\t3\tadvmod\t_\t_\n\n"
      "1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n\n",
      [&](Result<Document> read) {
        Document document = std::move(read).value();
        document.frames.push_back({TokenId{0}, "we.02", {{"ARG1", {1, 4}, {}}}});
        document.frames.push_back({TokenId{2}, "", {{"ARG0", {0, 1}, {}}}});
        write_role_columns(document, out);
      });
  EXPECT_EQ(out.str(),
            "# sent_id = a\n1\tWe\twe.02\t(V*)\t(ARG0*)\n2\tmay\t-\t(ARG1*\t*\n"
            "3\tgo\tgo.01\t*\t(V*)\n4\tback\t-\t*)\t*\n\n1\tNo\t-\n\n");
}

TEST(ConlluExport, SaysThatTheStreamFailed) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_FALSE(write_conllu({}, out));
}

}  // namespace
}  // namespace dateline
