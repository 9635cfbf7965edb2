using Norda.Features.Shared.TagHelpers;

namespace Norda.Tests.Shared;

public class MonogramTests
{
    [Theory]
    [InlineData("Metal-Port Żółkiewski", "MP")]
    [InlineData("Żaglówki Puck", "ŻP")]
    [InlineData("PIXLAB", "PI")]
    [InlineData("„Ś”", "Ś")]
    [InlineData("  ", "?")]
    public void Two_letters_stand_for_a_name(string name, string letters) => Assert.Equal(letters, MonogramTagHelper.Letters(name));
}
