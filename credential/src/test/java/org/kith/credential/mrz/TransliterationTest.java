package org.kith.credential.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {
    /// ICAO 9303-3 §4.6 and §6 A.
    @ParameterizedTest
    @CsvSource({
        "D'Artagnan, DARTAGNAN",
        "Marie-Élise, MARIE<ELISE",
        "'Anna, Maria', ANNA<MARIA",
        "Thérèse Cañon, THERESE<CANON",
        "Müller-Lüdenscheidt, MUELLER<LUEDENSCHEIDT",
        "Strauß, STRAUSS",
        "Åse Ødegård, AASE<OEDEGAARD",
        "Þór Ðæðason, THOR<DAEDASON",
        "İrem Işık Çağlar, IREM<ISIK<CAGLAR",
        "Łukasz Żółć, LUKASZ<ZOLC",
        "Nguyễn Thị Hương, NGUYEN<THI<HUONG",
        "Əliyev, ALIYEV",
        "O’Neill, ONEILL",
        "' Ana   María ', ANA<MARIA",
        "Jean 2, JEAN",
        "Pe\u0301rez, PEREZ"
    })
    void latin_letters(String name, String mrz) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(mrz);
    }

    /// §6 B.
    @ParameterizedTest
    @CsvSource({
        "Щербаков Юрий, SHCHERBAKOV<IURII",
        "Сергей Хрущёв, SERGEI<KHRUSHCHEV",
        "Подъячев Игорь, PODIEIACHEV<IGOR",
        "Цой Эдуард Жанович, TSOI<EDUARD<ZHANOVICH",
        "Қасым Өмірұлы, KASYM<OMIRULY"
    })
    void cyrillic_letters(String name, String mrz) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(mrz);
    }

    @ParameterizedTest
    @CsvSource({
        "uk, Згурський Юрій Єва, ZHURSKYI<YURII<YEVA",
        "uk, Гнатюк Їжакевич, HNATIUK<YIZHAKEVYCH",
        "be, Рыгор Алёна, RYHOR<ALIONA",
        "bg, Щерев, SHTEREV",
        "mk, Ѓорѓи Ќосе, GJORGJI<KJOSE",
        "sr, Жељко Чубра, ZELJKO<CUBRA",
        "ru, Григорий, GRIGORII"
    })
    void cyrillic_letters_of_a_known_language(String language, String name, String mrz) {
        assertThat(Transliteration.toMrz(name, Locale.of(language))).isEqualTo(mrz);
    }

    /// §6 C and Appendix B §B.5.7, §B.5.9.
    @ParameterizedTest
    @CsvSource({
        "ابو بكر محمد بن زكريا الرازي, ABW<BKR<MXHMD<BN<ZKRYA<ALRAZY",
        "هاري الشماع, HARY<ALXSHMAE",
        "سمير بادمكدوذيل, SMYR<BADMKDWXDHYL",
        "جمال عبد الناصر, JMAL<EBD<ALNAXSSR",
        "عبدالعزيز بن متعب, EBDALEZYZ<BN<MTEB",
        "إسماعيل عز الدين, ISMAEYL<EZ<ALDYN",
        "جميلة نعيمة, JMYLXAH<NEYMXAH",
        "عبّاس, EBBAS",
        "فضّة, FXDZXDZXAH",
        "مُحَمَّد, MXHMMD",
        "آمنة أحمد, XAAMNXAH<XAEXHMD",
        "فائز رؤوف, FAXIZ<RUWF",
        "پرویز گلی, PRWXYAZ<XGGLXYA",
        "محـمد, MXHMD",
        "ﻣﺤﻤﺪ, MXHMD"
    })
    void arabic_letters(String name, String mrz) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(mrz);
    }

    /// 9303 has no tables for these: ICU's, as a suggestion.
    @ParameterizedTest
    @CsvSource({"Γεώργιος, GEORGIOS", "გიორგი, GIORGI", "王 小明, WANG<XIAOMING"})
    void other_scripts_are_suggested(String name, String mrz) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(mrz);
    }

    @Test
    void hebrew_is_suggested() {
        assertThat(Transliteration.toMrz("שלום בן-דוד")).isNotEmpty().matches("[A-Z]+<[A-Z]+<[A-Z]+");
    }

    @Test
    void what_cannot_be_written_is_left_away() {
        assertThat(Transliteration.toMrz("")).isEmpty();
        assertThat(Transliteration.toMrz("—")).isEmpty();
        assertThat(Transliteration.toMrz("😀 Ana")).isEqualTo("ANA");
    }
}
