#include <gtest/gtest.h>

#include "engine/engine.h"

namespace demarche {
namespace {

// The names of a text as "kind name", joined by " | ".
std::string names(const std::string& text) {
  static std::shared_ptr<const Engine> engine = Engine::load({std::string(DEMARCHE_SOURCE_DIR) + "/data"}).value();
  Document doc;
  doc.text = text;
  Report report = engine->code(doc);
  std::string all;
  for (const NamedEntity& one : report.names) {
    if (!all.empty()) all += " | ";
    all += std::string(name(one.kind)) + " " + text.substr(one.span.begin, one.span.size());
  }
  return all;
}

struct Sentence {
  const char* text;
  const char* names;
};

class UnknownNames : public testing::TestWithParam<Sentence> {};

TEST_P(UnknownNames, AreFoundWhole) {
  EXPECT_EQ(names(GetParam().text), GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    Names, UnknownNames,
    testing::Values(
        Sentence{"Lieutenant General Abdel Fattah al-Sahli met Nguyen Van Thieu-Minh and Pieter van der Hoeven in Port Sarim.",
                 "person Abdel Fattah al-Sahli | person Nguyen Van Thieu-Minh | person Pieter van der Hoeven | place Port Sarim"},
        Sentence{"The Sahel Defence Front (SDF) said Mohamed Ould Salek, Choe Kyong-sik and Wang Li-chun were freed.",
                 "organisation Sahel Defence Front | organisation SDF | person Mohamed Ould Salek | person Choe Kyong-sik | person Wang "
                 "Li-chun"},
        Sentence{"Army chief Hamad bin Rashid Al Mansouri flew to the town of Zarbekhan.",
                 "person Hamad bin Rashid Al Mansouri | place Zarbekhan"},
        Sentence{"The Ministry of Trade and Industry rejected the offer.", "organisation Ministry of Trade and Industry"},
        Sentence{"Turkish businessman Cem Yaldiz was arrested by the National Directorate of Security.",
                 "nationality Turkish | person Cem Yaldiz | organisation National Directorate of Security"},
        Sentence{"Fighters of Katibat al-Furqan shelled the village of Tell Abyad.", "organisation Katibat al-Furqan | place Tell Abyad"},
        Sentence{"Operation Iron Shield began in Haskan province.", "other Operation Iron Shield"},
        Sentence{"Rwandan spokeswoman Claudine Uwamahoro denied the report.", "nationality Rwandan | person Claudine Uwamahoro"},
        Sentence{"The Committee to Protect Fishermen condemned the arrest of Ko Thiha Aung.",
                 "organisation Committee to Protect Fishermen | person Ko Thiha Aung"},
        Sentence{"\"Operation Desert Rain\" killed 12 people, the Observatory for Human Rights in Darfur said.",
                 "other Operation Desert Rain | organisation Observatory for Human Rights | place Darfur"},
        Sentence{"Deputy Interior Minister Askar Zhumabekov told reporters that Zhumabekov's office had no comment.",
                 "person Askar Zhumabekov | person Zhumabekov"},
        Sentence{"Bahrain's Al Wefaq party and the Front of National Salvation merged.",
                 "place Bahrain | organisation Al Wefaq | organisation Front of National Salvation"},
        Sentence{"Talks between Kim Yong-hwan and Pak Song-il collapsed.", "person Kim Yong-hwan | person Pak Song-il"},
        Sentence{"General Tran Quoc Tuan visited Hanoi.", "person Tran Quoc Tuan | place Hanoi"},
        Sentence{"Colombia's Julián Restrepo and Peru's María del Carmen Quispe signed the Treaty of Iquitos.",
                 "place Colombia | person Julián Restrepo | place Peru | person María del Carmen Quispe | other Treaty of Iquitos"},
        Sentence{"The Greater Mekong River Commission met in Vientiane.", "organisation Greater Mekong River Commission | place Vientiane"},
        Sentence{"The Kurdistan Workers' Guard and Hashd units clashed near Tuz Lake.",
                 "organisation Kurdistan Workers' Guard | organisation Hashd | place Tuz Lake"},
        Sentence{"Ms. Ingibjörg Sólrún Jónsdóttir met French Foreign Minister Jean-Noël Barrot.",
                 "person Ingibjörg Sólrún Jónsdóttir | nationality French | person Jean-Noël Barrot"},
        Sentence{"Ould Brahim said Nouakchott would not sign.", "person Ould Brahim | place Nouakchott"},
        Sentence{"Yusuf Abdi Garane, a clan elder, was killed in Bulo Xaawo.", "person Yusuf Abdi Garane | place Bulo Xaawo"},
        Sentence{"Samoan villagers blocked Falealupo Road.", "nationality Samoan | place Falealupo Road"},
        Sentence{"The United Front for Change (UFC), the Rally of Democratic Forces and Chad's army fought in Am Timan.",
                 "organisation United Front for Change | organisation UFC | organisation Rally of Democratic Forces | place Chad | place "
                 "Am Timan"},
        Sentence{"Goma-based M23 rebels fired on Bunagana.", "place Goma | organisation M23 rebels | place Bunagana"},
        Sentence{"Reuters and Radio Okapi reported that the Armed Forces of the Democratic Republic of the Congo retreated.",
                 "organisation Reuters | organisation Radio Okapi | organisation Armed Forces of the Democratic Republic of the Congo"},
        Sentence{"Prime Minister of Tonga Sione Vea resigned.", "place Tonga | person Sione Vea"},
        Sentence{"The Interior Ministry said Luiz Inácio de Souza e Silva would be extradited to Paraguay.",
                 "organisation Interior Ministry | person Luiz Inácio de Souza e Silva | place Paraguay"},
        Sentence{"Kurds and Yazidis fled to Dahuk Governorate.", "nationality Kurds | nationality Yazidis | place Dahuk Governorate"},
        Sentence{"U.S. envoy Thomas Barkley Whitmore III arrived in Kyiv.", "place U.S. | person Thomas Barkley Whitmore III | place Kyiv"},
        Sentence{"Vanuatu's Jotham Kalsakau and Fiji's Ratu Inoke Seru signed the Suva Declaration.",
                 "place Vanuatu | person Jotham Kalsakau | place Fiji | person Ratu Inoke Seru | other Suva Declaration"},
        Sentence{"The Alliance of Patriots for Renewal (APR) accused General Mamadou Keïta-Diop of treason.",
                 "organisation Alliance of Patriots for Renewal | organisation APR | person Mamadou Keïta-Diop"},
        Sentence{"Police in Nakhon Sarat arrested Somchai Wongsakul.", "place Nakhon Sarat | person Somchai Wongsakul"},
        Sentence{"Gunmen killed Father Emeka Nwosu near the village of Agban Kaura.", "person Emeka Nwosu | place Agban Kaura"},
        Sentence{"The Islamic Front of Upper Barqa denied it had shelled Wadi Qasr.",
                 "organisation Islamic Front of Upper Barqa | place Wadi Qasr"},
        Sentence{"Lawmaker Kenneth O'Dowd and Senator Mary-Lou McGrath visited Derry.",
                 "person Kenneth O'Dowd | person Mary-Lou McGrath | place Derry"},
        Sentence{"The Kachin Youth Council welcomed the ceasefire with the Tatmadaw.",
                 "organisation Kachin Youth Council | organisation Tatmadaw"},
        Sentence{"Marshal Joaquim da Costa Neto leads the People's Front for Cabinda.",
                 "person Joaquim da Costa Neto | organisation People's Front for Cabinda"},
        Sentence{"The Popular Resistance Brigades claimed the attack in Ramtha.",
                 "organisation Popular Resistance Brigades | place Ramtha"},
        Sentence{"Kazakh deputy minister Yerlan Abdrakhmanov met Uzbek envoy Dilshod Tursunov.",
                 "nationality Kazakh | person Yerlan Abdrakhmanov | nationality Uzbek | person Dilshod Tursunov"},
        Sentence{"Protesters from the Teachers' Union of Malita marched to Kingfisher Square.",
                 "organisation Teachers' Union of Malita | place Kingfisher Square"},
        Sentence{"The Bank of Lesser Antilles froze the accounts of Caribex Holdings Ltd.",
                 "organisation Bank of Lesser Antilles | organisation Caribex Holdings Ltd"},
        Sentence{"Admiral Li Guo-feng warned Captain Roberto Sta. Maria.", "person Li Guo-feng | person Roberto Sta. Maria"},
        Sentence{"Syria's al-Nour Brigade surrendered to the Euphrates Shield Command.",
                 "place Syria | organisation al-Nour Brigade | organisation Euphrates Shield Command"},
        Sentence{"The Organisation of Sahel States suspended Burkina Faso.",
                 "organisation Organisation of Sahel States | place Burkina Faso"},
        Sentence{"Azeri colonel Elçin Quliyev was shot near Lake Sevan.", "nationality Azeri | person Elçin Quliyev | place Lake Sevan"},
        Sentence{"Tajik president Emomali Rahmon appointed Farrukh Sharifzoda as envoy.",
                 "nationality Tajik | person Emomali Rahmon | person Farrukh Sharifzoda"},
        Sentence{"Nguyen Thi Kim-Lan, a spokeswoman, condemned Beijing.", "person Nguyen Thi Kim-Lan | place Beijing"},
        Sentence{"The Tripartite Commission for the Zambezi met the Zambian Wildlife Authority.",
                 "organisation Tripartite Commission for the Zambezi | organisation Zambian Wildlife Authority"},
        Sentence{"Papuan activist Benny Yoman fled to Port Vila.", "nationality Papuan | person Benny Yoman | place Port Vila"},
        Sentence{"Haiti's gang leader Jimmy Vilsaint threatened the Presidential Council.",
                 "place Haiti | person Jimmy Vilsaint | organisation Presidential Council"},
        Sentence{"Colonel Aung Zaw Min defected to the Karen National Guard.", "person Aung Zaw Min | organisation Karen National Guard"},
        Sentence{"Samuel Doe Kollie Jr. heads the Liberian Truth Commission.",
                 "person Samuel Doe Kollie Jr. | organisation Liberian Truth Commission"}));

TEST(NamedEntities, ANameKeepsItsKindThroughTheReport) {
  EXPECT_EQ(names("The clerk Sorel Vantani resigned. Vantani left Lyon."), "person Sorel Vantani | person Vantani | place Lyon");
}

TEST(NamedEntities, AHeadlineInCapitalsMakesNoNames) {
  EXPECT_EQ(names("Talks Fail As Both Sides Walk Away"), "");
}

}  // namespace
}  // namespace demarche
