using System.Net;
using Norda.Features.Accounts.Passwords;

namespace Norda.Tests.Accounts;

public sealed class PasswordRulesTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("trzy żagle nad", false, false)] // 14
    [InlineData("trzy żagle w dal", false, true)]
    [InlineData("siedem7", true, false)]
    [InlineData("osiem znaków", true, true)]
    [InlineData("osiemzna", true, true)]
    [InlineData("osiemzna", false, false)]
    public void Fifteen_letters_or_eight_with_a_second_factor(string password, bool secondFactor, bool isGood) => Assert.Equal(isGood, PasswordRules.FaultOf(password, secondFactor) is null);

    [Theory]
    [InlineData("密码密馬水火木金土日月山川田人")]
    [InlineData("пароль из семи гор")]
    [InlineData("👩‍🚀🐳🌊⛵️🧭🪝🐟🦀🏖️🌅🗺️🧂🪢🚤🐚 wyprawa")]
    [InlineData("zażółć gęślą jaźń")]
    [InlineData("  spacje też się liczą  ")]
    public void Any_letters_of_any_script(string password) => Assert.Null(PasswordRules.FaultOf(password, hasSecondFactor: false));

    /// <summary>A family of four is one sign to a person, and eleven to a program.</summary>
    [Fact]
    public void Signs_are_counted_as_people_see_them() => Assert.NotNull(PasswordRules.FaultOf(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 7)), hasSecondFactor: true));

    [Theory]
    [InlineData("Wejherowo2026!!!!!")]
    [InlineData("NordaBiznes1234567")]
    [InlineData("norda norda norda norda")]
    [InlineData("izba-gospodarcza-2026")]
    [InlineData("KASZUBY kaszuby 12345")]
    [InlineData("hasłohasłohasłohasło")]
    [InlineData("zaq12wsxZAQ12WSX")]
    [InlineData("Gdańsk!Gdańsk!Gdańsk!")]
    [InlineData("111111111111111111")]
    [InlineData("ababababababababab")]
    public void What_everybody_here_tries_first_is_refused(string password) => Assert.NotNull(PasswordRules.FaultOf(password, hasSecondFactor: false));

    /// <summary>ASVS 6.2.4 asks for the 3,000 commonest that the rules would let pass.</summary>
    [Theory]
    [InlineData("q1w2e3r4t5y6u7i8", false)]
    [InlineData("1QAZXSW23EDCVFR4", false)]
    [InlineData("mailcreated5240", false)]
    [InlineData("trustno1", true)]
    [InlineData(" Sunshine1 ", true)]
    public void What_stands_in_stolen_lists_is_refused(string password, bool secondFactor)
    {
        Assert.NotNull(PasswordRules.FaultOf(password, secondFactor));
        Assert.InRange(PasswordStrength.Of(password), 0, 1);
        Assert.True(CommonPasswords.Count > 3_000, "The build could not fetch the list: is Node there?");
    }

    [Theory]
    [InlineData("Anna Żeglarz Anna Żeglarz")]
    [InlineData("STOLARNIA stolarnia 2026")]
    [InlineData("anna.zeglarz 1234567890")]
    public void Neither_name_nor_firm_nor_address_is_a_password(string password) =>
        Assert.NotNull(PasswordRules.FaultOf(password, false, "Anna Żeglarz", "anna.zeglarz@firma.example", "Stolarnia Reda"));

    [Theory]
    [InlineData("", 0)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", 0)]
    [InlineData("abcdefghijklmnopqrst", 0)]
    [InlineData("Norda2026!!!!!!!", 1)]
    [InlineData("rower", 1)]
    [InlineData("rower łódka", 2)]
    [InlineData("rower łódka sad", 3)]
    [InlineData("rower łódka sadzawka mgła", 4)]
    public void Strength_grows_with_what_cannot_be_foreseen(string password, int level) => Assert.Equal(level, PasswordStrength.Of(password));

    [Fact]
    public async Task The_answer_says_how_strong_the_refused_password_was_and_never_repeats_it()
    {
        const string Weak = "Wejherowo2026!!!!!";
        var page = await (await app.Client().Register("slabe@hasla.example", password: Weak)).Page();

        Assert.Equal("Siła hasła: słabe", page.QuerySelector(".strength [role=status]")!.TextContent);
        Assert.Equal("1", page.QuerySelector(".strength meter")!.GetAttribute("value"));
        Assert.DoesNotContain(Weak, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True((await app.Page("/rejestracja")).QuerySelector(".strength")!.HasAttribute("hidden"));
    }

    /// <summary>Programs that keep passwords fill fields by pasting (ASVS 6.2.7): nothing may hinder them.</summary>
    [Fact]
    public async Task Passwords_may_be_pasted_whole()
    {
        foreach (var address in (string[])["/logowanie", "/rejestracja"])
        {
            var field = (await app.Page(address)).QuerySelector("input[type=password]")!;
            Assert.DoesNotContain(field.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.True(field.GetAttribute("maxlength") is null or "200");
            Assert.Contains(field.GetAttribute("autocomplete"), (string[])["current-password", "new-password"]);
        }

        Assert.DoesNotContain(Architecture.Sources.Files(".js", "src"), file => file.Text.Contains("\"paste\"", StringComparison.Ordinal));
        var longest = string.Concat(Enumerable.Repeat("rower łódka ", 17))[..PasswordRules.Longest];
        const string Email = "wklejone@hasla.example";
        var browser = app.Client();
        await browser.Register(Email, password: longest);
        await browser.Press(await app.LinkTo(Email), "Tak, potwierdzam");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Login(Email, longest[..^1] + "x")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Login(Email, longest)).StatusCode);
    }
}
