using System.Diagnostics.CodeAnalysis;

namespace Norda.Platform;

/// <summary>Statistical number of a firm (9 digits) or of its local unit (14).</summary>
public static class Regon
{
    private static ReadOnlySpan<int> Weights => [8, 9, 2, 3, 4, 5, 6, 7];
    private static ReadOnlySpan<int> UnitWeights => [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

    /// <summary>Gives 9 digits, or 14 for a local unit; the court register's padding by five zeros is taken off.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out string regon) => Read(text, out regon) is null;

    /// <summary>What is wrong with the number, or null when it is right.</summary>
    public static Fault? FaultOf(string? text) => Read(text, out _);

    private static Fault? Read(string? text, out string regon)
    {
        regon = "";
        var digits = Digits.Compact(text, "REGON");
        if (digits.Length is not (9 or 14) || !Digits.AreAll(digits))
            return Digits.WrongCount("REGON", digits, "9 (albo 14)");
        if (digits == "000000000" || !Fits(digits, Weights))
            return new Fault("REGON ma błędną cyfrę kontrolną, sprawdź wszystkie cyfry");
        // KRS writes the firm's own number as 14 digits ending in 00000; that fails the checksum of a unit.
        if (digits.Length == 14 && digits.EndsWith("00000", StringComparison.Ordinal))
            digits = digits[..9];
        if (digits.Length == 14 && !Fits(digits, UnitWeights))
            return new Fault("REGON jednostki lokalnej ma błędną cyfrę kontrolną");
        regon = digits;
        return null;
    }

    private static bool Fits(string digits, ReadOnlySpan<int> weights) => Digits.Mod11(digits, weights) % 10 == digits[weights.Length] - '0';
}
