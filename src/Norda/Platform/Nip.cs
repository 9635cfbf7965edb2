using System.Diagnostics.CodeAnalysis;

namespace Norda.Platform;

/// <summary>Tax number of a firm: ten digits, the last one a checksum.</summary>
public static class Nip
{
    public const int Length = 10;
    private static ReadOnlySpan<int> Weights => [6, 5, 7, 2, 3, 4, 5, 6, 7];

    /// <summary>Accepts every spelling (583-101-48-98, PL 583 10 14 898) and gives the ten digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out string nip) => Read(text, out nip) is null;

    /// <summary>What is wrong with the number, or null when it is right.</summary>
    public static Fault? FaultOf(string? text) => Read(text, out _);

    /// <summary>583-101-48-98</summary>
    public static string Display(string nip) => nip.Length == Length ? $"{nip[..3]}-{nip[3..6]}-{nip[6..8]}-{nip[8..]}" : nip;

    private static Fault? Read(string? text, out string nip)
    {
        nip = "";
        var digits = Digits.Compact(Digits.Compact(text, "NIP"), "PL");
        if (digits.Length != Length || !Digits.AreAll(digits))
            return Digits.WrongCount("NIP", digits, "10");
        if (!digits.AsSpan(1).ContainsAnyExcept(digits[0]))
            return new Fault("NIP z dziesięciu jednakowych cyfr nie istnieje");
        // The Ministry's pattern: no tax office begins with 0 or has 00 after its first digit.
        if (digits[0] == '0' || digits[1..3] == "00")
            return new Fault("NIP nie zaczyna się od {0}", digits[..3]);
        // A remainder of 10 fits no digit, so such a number was never given out.
        if (Digits.Mod11(digits, Weights) != digits[9] - '0')
            return new Fault("NIP ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry");
        nip = digits;
        return null;
    }
}
