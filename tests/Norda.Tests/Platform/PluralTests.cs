using System.Globalization;
using Norda.Platform;

namespace Norda.Tests.Platform;

public class PluralTests
{
    private const string Company = "firma|firmy|firm";
    private const string Day = "dzień|dni|dni|dnia";

    [Theory]
    [InlineData(0, "firm")]
    [InlineData(1, "firma")]
    [InlineData(2, "firmy")]
    [InlineData(4, "firmy")]
    [InlineData(5, "firm")]
    [InlineData(11, "firm")]
    [InlineData(12, "firm")]
    [InlineData(14, "firm")]
    [InlineData(21, "firm")]
    [InlineData(22, "firmy")]
    [InlineData(25, "firm")]
    [InlineData(101, "firm")]
    [InlineData(102, "firmy")]
    [InlineData(112, "firm")]
    [InlineData(122, "firmy")]
    public void Polish_nouns_follow_their_number(int number, string word) => In("pl-PL", () => Assert.Equal(word, Plural.Word(number, Company)));

    [Fact]
    public void The_number_and_its_word_stay_on_one_line() => In("pl-PL", () => Assert.Equal("1\u00A0234\u00A0firmy", Plural.Of(1234, Company)));

    [Fact]
    public void Fractions_take_the_genitive() => In("pl-PL", () =>
    {
        Assert.Equal("1,5\u00A0dnia", Plural.Of(1.5m, Day));
        Assert.Equal("1,5\u00A0firmy", Plural.Of(1.5m, Company));
        Assert.Equal("2\u00A0dni", Plural.Of(2.0m, Day));
    });

    [Theory]
    [InlineData(0, "companies")]
    [InlineData(1, "company")]
    [InlineData(2, "companies")]
    [InlineData(22, "companies")]
    public void English_has_two_forms(int number, string word) => In("en-GB", () => Assert.Equal(word, Plural.Word(number, "company|companies")));

    private static void In(string culture, Action check)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            check();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
