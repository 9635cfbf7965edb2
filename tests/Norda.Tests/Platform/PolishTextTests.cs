using Norda.Platform;

namespace Norda.Tests.Platform;

public class PolishTextTests
{
    [Theory]
    [InlineData("Firmy z Kaszub i Pomorza", "Firmy z~Kaszub i~Pomorza")]
    [InlineData("W Redzie", "W~Redzie")]
    [InlineData("bezpłatnie, a w piątek i o ósmej u nas", "bezpłatnie, a~w~piątek i~o~ósmej u~nas")]
    [InlineData("„w sieci” (z domu)", "„w~sieci” (z~domu)")]
    [InlineData("moja firma jest tu", "moja firma jest tu")]
    [InlineData("", "")]
    [InlineData("i", "i")]
    public void One_letter_words_stay_with_the_next(string text, string expected) => Assert.Equal(expected.Replace('~', '\u00A0'), PolishText.Nbsp(text));

    [Theory]
    [InlineData("Bezpieczny Bajt P.S.A.", "dla Bezpieczny Bajt P.S.A.")]
    [InlineData("Stolarnia", "dla Stolarnia.")]
    public void A_sentence_ends_in_one_stop(string name, string expected) => Assert.Equal(expected, $"dla {PolishText.Last(name)}.");
}
