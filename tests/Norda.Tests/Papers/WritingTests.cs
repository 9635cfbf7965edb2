using System.Globalization;
using CsCheck;
using Norda.Features.Fees;
using Norda.Features.Fees.Statements.Matching;
using Norda.Features.Papers.Writing;

namespace Norda.Tests.Papers;

/// <summary>Amounts in words and codes of transfers, by the vectors of the reference and by what must hold for any.</summary>
public sealed class WritingTests
{
    private static readonly Payee Norda = new("Regionalna Izba Przedsiębiorców NORDA", "Regionalna Izba Przedsiębiorców NORDA", null, "583-101-48-98", "74 1090 2402 0000 0001 2345 6789");

    [Theory]
    [InlineData("0", "zero złotych 00/100")]
    [InlineData("1", "jeden złoty 00/100")]
    [InlineData("2.05", "dwa złote 05/100")]
    [InlineData("12", "dwanaście złotych 00/100")]
    [InlineData("21", "dwadzieścia jeden złotych 00/100")]
    [InlineData("22", "dwadzieścia dwa złote 00/100")]
    [InlineData("112", "sto dwanaście złotych 00/100")]
    [InlineData("1250.50", "jeden tysiąc dwieście pięćdziesiąt złotych 50/100")]
    [InlineData("2000", "dwa tysiące złotych 00/100")]
    [InlineData("5001", "pięć tysięcy jeden złotych 00/100")]
    [InlineData("22012.99", "dwadzieścia dwa tysiące dwanaście złotych 99/100")]
    [InlineData("1000000", "jeden milion złotych 00/100")]
    [InlineData("-450", "minus czterysta pięćdziesiąt złotych 00/100")]
    public void An_amount_is_written_out(string amount, string words) => Assert.Equal(words, AmountInWords.Of(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Fact]
    public void Words_of_any_amount_read_back_as_the_amount() =>
        Gen.Long[0, 99_999_999_999].Sample(grosze => Assert.Equal(grosze, ReadBack(AmountInWords.Of(grosze / 100m))));

    [Fact]
    public void The_code_of_a_transfer_is_that_of_the_reference() => Assert.Equal(
        [
            "5831014898|PL|74109024020000000123456789|015000|Regionalna Izba Prze|Skladka 11/2026 NB00123/2611/02|||",
            "|PL|74109024020000000123456789|000005|Jan Zolc Kowalski|t|||",
            "|PL|74109024020000000123456789|123456789|X|Y|||",
        ],
        [
            Norda.Code(150m, "Składka 11/2026 " + MemberReference.Of(123, 2026, 11)), (Norda with { Nip = null, ShortName = "Jan Żółć|Kowalski" }).Code(0.05m, "t"), (Norda with { Nip = null, ShortName = "X" }).Code(1_234_567.89m, "Y"),
        ]);

    [Fact]
    public void A_reference_has_digits_that_check_it()
    {
        Assert.Equal("NB00123/2611/02", MemberReference.Of(123, 2026, 11));
        Assert.NotEqual("02", MemberReference.Of(124, 2026, 11)[^2..]);
    }

    [Fact]
    public void One_wrong_digit_of_a_bank_account_is_always_seen() => Gen.Select(Gen.Int[0, 25], Gen.Int[1, 9]).Sample((place, by) =>
    {
        var digits = "74109024020000000123456789".ToCharArray();
        digits[place] = (char)('0' + ((digits[place] - '0' + by) % 10));
        Assert.False(Payee.IsAccount(new string(digits)));
    });

    [Fact]
    public void Without_a_bank_account_that_can_be_one_there_is_no_code() => Assert.Null((Norda with { Account = "74 1090 2402 0000 0001 2345 6780" }).Code(10, "t"));

    [Fact]
    public void A_text_that_is_not_the_one_that_was_issued_is_not_read()
    {
        var text = new PaperContent { Number = "NK 001/2026", IssuedOn = new(2026, 11, 22), Issuer = new("Izba", null, null), Recipient = new("Firma", null, null), Lines = [new("Składka", new(2026, 11, 30), 150, 0)] }.Write();

        Assert.Equal(150, PaperContent.Read(text, PaperContent.HashOf(text))!.ToPay);
        Assert.Null(PaperContent.Read(text.Replace("150", "50", StringComparison.Ordinal), PaperContent.HashOf(text)));
    }

    private static long ReadBack(string words)
    {
        var values = new Dictionary<string, long>();
        foreach (var number in Enumerable.Range(1, 999))
            values.TryAdd(AmountInWords.Of(number)[..AmountInWords.Of(number).LastIndexOf(" zł", StringComparison.Ordinal)], number);
        var (total, group) = (0L, new List<string>());
        long Group() => group.Count == 0 ? 0 : values[string.Join(' ', group)];
        foreach (var word in words.Split(' '))
        {
            var times = word[..Math.Min(5, word.Length)] switch { "tysią" or "tysię" => 1000L, "milio" => 1_000_000L, "milia" => 1_000_000_000L, _ => 0 };
            if (word is "zero" or "złoty" or "złote" or "złotych")
                continue;
            if (word.EndsWith("/100", StringComparison.Ordinal))
                return ((total + Group()) * 100) + long.Parse(word[..2], CultureInfo.InvariantCulture);
            if (times > 0)
                (total, group) = (total + (Group() * times), []);
            else
                group.Add(word);
        }

        return -1;
    }
}
