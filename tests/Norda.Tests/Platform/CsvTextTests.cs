using CsCheck;
using Norda.Platform;

namespace Norda.Tests.Platform;

public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+48 58")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    public void What_a_spreadsheet_would_run_begins_with_an_apostrophe(string cell) => Assert.Equal($"\"'{cell}\"\r\n", CsvText.Line(cell));

    [Fact]
    public void A_quote_is_doubled_and_a_gap_is_empty() => Assert.Equal("\"a\"\"b\";\"\";\"c;d\"\r\n", CsvText.Line("a\"b", null, "c;d"));

    [Fact]
    public void Whatever_is_typed_stays_in_its_cell() => Gen.String[0, 40].Sample(text =>
    {
        var line = CsvText.Line(text, "koniec");
        var inside = line[1..^"\";\"koniec\"\r\n".Length];
        return line.EndsWith("\";\"koniec\"\r\n", StringComparison.Ordinal) && inside.Replace("\"\"", "", StringComparison.Ordinal).IndexOf('"', StringComparison.Ordinal) < 0
            && inside is not ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
    });
}
