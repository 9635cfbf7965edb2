using CsCheck;
using Norda.Platform;

namespace Norda.Tests.Platform;

public class NameTests
{
    [Theory]
    [InlineData("PIXLAB Sp. z o.o.", "pixlab", "spzoo")]
    [InlineData("PIXLAB SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "pixlab", "spzoo")]
    [InlineData("Pixlab sp z oo", "pixlab", "spzoo")]
    [InlineData("PIXLAB Sp.z o.o. Sp.k.", "pixlab", "spzoo+spk")]
    [InlineData("ORLEN SPÓŁKA AKCYJNA", "orlen", "sa")]
    [InlineData("Orlen S.A.", "orlen", "sa")]
    [InlineData("Kowalski i Syn s.c.", "kowalski i syn", "sc")]
    [InlineData("P.H.U. „KOWALSKI” Jan Kowalski", "kowalski jan kowalski", null, "phu")]
    [InlineData("PPHU Żak s.j.", "zak", "spj", "pphu")]
    [InlineData("Firma Handlowo-Usługowa Łódź", "lodz", null, "firma handlowo-uslugowa")]
    [InlineData("ALFA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ W LIKWIDACJI", "alfa", "spzoo", null, "w likwidacji")]
    [InlineData("Fundacja Norda", "fundacja norda", null)]
    [InlineData("S.A.", "s a", null)]
    [InlineData("Bank Spółdzielczy w Krokowej", "bank spoldzielczy w krokowej", null)]
    [InlineData("Sa-Mar sp. j.", "sa mar", "spj")]
    [InlineData("BETA P.S.A.", "beta", "psa")]
    [InlineData("GAMMA S.K.A.", "gamma", "ska")]
    [InlineData("Usługi Budowlane Jan Nowak", "uslugi budowlane jan nowak", null)]
    [InlineData("NASA Sp. z o.o.", "nasa", "spzoo")]
    // beyond names.py
    [InlineData("Delta spółka komandytowo-akcyjna", "delta", "ska")]
    [InlineData("Delta, S. A.", "delta", "sa")]
    [InlineData("Delta Sp. z o. o. w upadłości", "delta", "spzoo", null, "w upadłości")]
    [InlineData("P.H.U.", "p h u", null)]
    [InlineData("Przedsiębiorstwo Produkcyjno-Handlowo-Usługowe Gryf", "gryf", null, "przedsiebiorstwo produkcyjno-handlowo-uslugowe")]
    [InlineData("Львів sp. z o.o.", "львів", "spzoo")]
    public void A_name_falls_into_its_parts(string name, string core, string? form, string? prefix = null, string? state = null) =>
        Assert.Equal(new CompanyName(core, form, prefix, state), CompanyName.Parse(name));

    [Theory]
    [InlineData(0xd800)]
    [InlineData(0xdc00)]
    [InlineData(0xfffe)]
    public void What_is_no_character_is_no_fault(int code) => Assert.Equal("a\ufffdb", Folding.Fold($"a{(char)code}b"));

    [Fact]
    public void A_name_with_letters_keeps_something_to_compare_by() =>
        Gen.String[Gen.OneOf("spzoo. ,-SA Łk\"ąj".ToCharArray()), 1, 40].Where(name => name.Any(char.IsLetter)).Sample(name => CompanyName.Parse(name).Core.Length > 0);

    [Fact]
    public void The_form_says_nothing_about_the_core() =>
        Gen.Select(Gen.String[Gen.Char['b', 'h'], 3, 12], Gen.OneOf("sp. z o.o.", "S.A.", "sp.j.", "s.c.", "spółka jawna", "SPÓŁKA AKCYJNA", "w likwidacji"))
            .Sample((name, form) => CompanyName.Parse($"{name} {form}").Core == CompanyName.Parse(name).Core);

    [Theory]
    [InlineData("spzoo+spk", "sp. z o.o. sp.k.")]
    [InlineData("sa", "S.A.")]
    [InlineData("oddzial", "oddzial")]
    public void A_form_is_shown_as_people_write_it(string code, string shown) => Assert.Equal(shown, LegalForm.Display(code));

    [Theory]
    [InlineData("PIXLAB Sp. z o.o.", "pixlab-sp-z-o-o")]
    [InlineData("Müller & Żak sp.k.", "muller-i-zak-sp-k")]
    [InlineData("A&B", "a-i-b")]
    [InlineData("Zażółć gęślą jaźń", "zazolc-gesla-jazn")]
    [InlineData("  --Łeba--  ", "leba")]
    [InlineData("!!!", "")]
    [InlineData("株式会社", "")]
    public void A_slug_is_made_of_a_name(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void A_slug_is_short_and_plain_whatever_the_name() =>
        Gen.String.Sample(name => Slug.From(name) is var slug && slug.Length <= Slug.MaxLength && Slug.From(slug) == slug
            && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    [Fact]
    public void A_taken_slug_gets_the_first_free_number()
    {
        string[] taken = ["pixlab", "pixlab-2"];
        Assert.Equal("pixlab-3", Slug.Free("pixlab", taken.Contains));
        Assert.Equal("orlen", Slug.Free("orlen", taken.Contains));
    }

    [Fact]
    public void A_text_folds_alike_by_the_table_and_by_the_rule() =>
        Gen.String[Gen.Char['\u0001', '\u024F'], 0, 30].Sample(text => Folding.Fold(text) == Folding.FoldAny(text), iter: 10_000);

    [Fact]
    public void Each_sign_folds_by_the_table_as_by_the_rule() =>
        Assert.All(Enumerable.Range(0, 0x500).Select(sign => $"a{(char)sign}z"), text => Assert.Equal(Folding.FoldAny(text), Folding.Fold(text)));
}
