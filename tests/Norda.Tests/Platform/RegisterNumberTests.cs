using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CsCheck;
using Norda.Platform;

namespace Norda.Tests.Platform;

public class RegisterNumberTests
{
    public RegisterNumberTests() => CultureInfo.CurrentUICulture = new CultureInfo("pl-PL");

    private static readonly Gen<string> NineDigits = Gen.Char['0', '9'].Array[9].Select(digits => new string(digits));

    // Made right, not waited for: one in eleven is, and the generator gives up after a hundred.
    private static readonly int[] Weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];
    private static readonly int[] RegonWeights = [8, 9, 2, 3, 4, 5, 6, 7];

    private static readonly Gen<string> Nips =
        from office in Gen.Int[101, 999]
        from rest in Gen.Char['0', '9'].Array[6]
        let head = office.ToString(CultureInfo.InvariantCulture) + new string(rest)
        let check = head.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11
        where check < 10 && office % 100 != 0
        select head + check;

    [Theory]
    [InlineData("7740001454")] // ORLEN
    [InlineData("7342867148")] // CD PROJEKT
    [InlineData("6920000013")] // KGHM
    [InlineData("5261040567")] // T-Mobile Polska
    [InlineData("5260250995")] // Orange Polska
    [InlineData("5220002334")] // LOT
    [InlineData("5261040828")] // GUS
    [InlineData("5831014898")] // LPP
    [InlineData("5220003782")] // Asseco Poland
    [InlineData("6793087624")] // InPost
    [InlineData("5272525995")] // Allegro
    [InlineData("1234563218")]
    [InlineData("8567346215")]
    [InlineData("8381771140")]
    public void A_right_nip_is_taken(string nip)
    {
        Assert.True(Nip.TryParse(nip, out var read));
        Assert.Equal(nip, read);
    }

    [Theory]
    [InlineData("774-000-14-54")]
    [InlineData("774-00-01-454")]
    [InlineData("PL 774 000 14 54")]
    [InlineData("pl7740001454")]
    [InlineData(" 774\u00A0000\u00A014\u00A054 ")]
    [InlineData("774–000–14–54")]
    [InlineData("NIP: 774-000-14-54")]
    public void Every_spelling_of_a_nip_is_read(string typed)
    {
        Assert.True(Nip.TryParse(typed, out var read));
        Assert.Equal("7740001454", read);
        Assert.Equal("774-000-14-54", Nip.Display(read));
    }

    [Theory]
    [InlineData("8567346216", "NIP ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("0000002000", "NIP nie zaczyna się od 000")]
    [InlineData("0000000000", "NIP z dziesięciu jednakowych cyfr nie istnieje")]
    [InlineData("1000000006", "NIP nie zaczyna się od 100")]
    [InlineData("588-100-00-01", "NIP ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("583101489", "NIP ma 9 cyfr, powinno być 10")]
    [InlineData("583", "NIP ma 3 cyfry, powinno być 10")]
    [InlineData("5", "NIP ma 1 cyfrę, powinno być 10")]
    [InlineData("", "NIP ma 0 cyfr, powinno być 10")]
    [InlineData("58310148989", "NIP ma 11 cyfr, powinno być 10")]
    [InlineData("٧٧٤٠٠٠١٤٥٤", "NIP składa się z samych cyfr")]
    [InlineData("7,74E+09", "NIP składa się z samych cyfr")]
    public void A_wrong_nip_is_refused_and_the_reason_told(string typed, string reason)
    {
        Assert.False(Nip.TryParse(typed, out _));
        Assert.Equal(reason, Nip.FaultOf(typed)!.ToString());
    }

    [Fact]
    public void No_nip_of_ten_equal_digits_is_taken() =>
        Assert.All("0123456789", digit => Assert.False(Nip.TryParse(new string(digit, 10), out _)));

    [Theory]
    [InlineData("100000016")]
    [InlineData("100000022")]
    [InlineData("100000039")]
    [InlineData("583000001")] // those above fail the Ministry's pattern already
    public void Nine_digits_with_remainder_ten_have_no_tenth(string nine) =>
        Assert.All("0123456789", digit => Assert.False(Nip.TryParse(nine + digit, out _)));

    [Fact]
    public void A_changed_digit_of_a_nip_is_noticed() =>
        Gen.Select(Nips, Gen.Int[0, 9], Gen.Int[1, 9]).Sample((nip, at, by) =>
        {
            var wrong = nip.ToCharArray();
            wrong[at] = (char)('0' + ((nip[at] - '0' + by) % 10));
            return !Nip.TryParse(new string(wrong), out _);
        });

    [Fact]
    public void Two_neighbours_of_a_nip_that_changed_places_are_noticed() =>
        Gen.Select(Nips, Gen.Int[0, 8]).Where((nip, at) => nip[at] != nip[at + 1]).Sample((nip, at) =>
        {
            var wrong = nip.ToCharArray();
            (wrong[at], wrong[at + 1]) = (wrong[at + 1], wrong[at]);
            return !Nip.TryParse(new string(wrong), out _);
        });

    [Fact]
    public void A_shown_nip_is_read_back() =>
        Nips.Sample(nip => Nip.TryParse("PL " + Nip.Display(nip), out var read) && read == nip);

    [Fact]
    public void Any_text_is_either_ten_digits_or_a_reason() =>
        Gen.String.Sample(text => Nip.TryParse(text, out var nip) ? nip.Length == 10 : Nip.FaultOf(text) is not null);

    [Theory]
    [InlineData("610188201", "610188201")] // ORLEN
    [InlineData("61018820100000", "610188201")] // ORLEN as KRS writes it
    [InlineData("01141729500000", "011417295")] // T-Mobile as KRS writes it
    [InlineData("492707333", "492707333")]
    [InlineData("390021764", "390021764")]
    [InlineData("012100784", "012100784")]
    [InlineData("010058960", "010058960")]
    [InlineData("000331501", "000331501")]
    [InlineData("123456785", "123456785")]
    [InlineData("192598184", "192598184")]
    [InlineData("100000050", "100000050")] // remainder 10 counts as 0
    [InlineData("12345678512347", "12345678512347")]
    [InlineData("REGON 610 188 201", "610188201")]
    public void A_right_regon_is_taken(string typed, string expected)
    {
        Assert.True(Regon.TryParse(typed, out var regon));
        Assert.Equal(expected, regon);
    }

    [Theory]
    [InlineData("192598183", "REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("000000000", "REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("12345678612342", "REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("12345678512348", "REGON jednostki lokalnej ma błędną cyfrę kontrolną")]
    [InlineData("19259818300000", "REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry")]
    [InlineData("1925981841", "REGON ma 10 cyfr, powinno być 9 (albo 14)")]
    public void A_wrong_regon_is_refused_and_the_reason_told(string typed, string reason)
    {
        Assert.False(Regon.TryParse(typed, out _));
        Assert.Equal(reason, Regon.FaultOf(typed)!.ToString());
    }

    [Fact]
    public void A_regon_padded_by_the_court_register_is_the_firms_own() =>
        NineDigits.Select(nine => nine[..8] + (nine[..8].Zip(RegonWeights, (digit, weight) => (digit - '0') * weight).Sum() % 11 % 10)).Sample(nine => Regon.TryParse(nine + "00000", out var regon) && regon == nine);

    [Theory]
    [InlineData("0000028860", "0000028860")]
    [InlineData("6865", "0000006865")]
    [InlineData("KRS: 391193", "0000391193")]
    [InlineData("0000 023 302", "0000023302")]
    public void A_krs_is_padded_from_the_left(string typed, string expected)
    {
        Assert.True(Krs.TryParse(typed, out var krs));
        Assert.Equal(expected, krs);
    }

    [Theory]
    [InlineData("00000288601", "KRS ma 11 cyfr, powinno być 10")]
    [InlineData("0000000000", "KRS z samych zer nie istnieje")]
    [InlineData("RP 123", "KRS składa się z samych cyfr")]
    public void A_wrong_krs_is_refused_and_the_reason_told(string typed, string reason)
    {
        Assert.False(Krs.TryParse(typed, out _));
        Assert.Equal(reason, Krs.FaultOf(typed)!.ToString());
    }

    [Fact]
    public void A_form_tells_beside_the_field_what_is_wrong()
    {
        var faults = new List<ValidationResult>();
        var form = new Form { Nip = "583-101-489", Regon = "192598183", Krs = "x" };
        Assert.False(Validator.TryValidateObject(form, new ValidationContext(form), faults, true));
        Assert.Equal(
            ["Krs: KRS składa się z samych cyfr.", "Nip: NIP ma 9 cyfr, powinno być 10.", "Regon: REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry."],
            faults.Select(f => $"{f.MemberNames.Single()}: {f.ErrorMessage}").Order());
    }

    [Fact]
    public void A_form_with_empty_or_right_numbers_passes()
    {
        var form = new Form { Nip = "583-101-48-98", Regon = "", Krs = null };
        Assert.True(Validator.TryValidateObject(form, new ValidationContext(form), null, true));
    }

    private sealed class Form
    {
        [Nip]
        public string? Nip { get; init; }

        [Regon]
        public string? Regon { get; init; }

        [Krs]
        public string? Krs { get; init; }
    }
}
