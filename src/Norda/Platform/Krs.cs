using System.Diagnostics.CodeAnalysis;

namespace Norda.Platform;

/// <summary>Number in the court register: ten digits without a checksum; people leave its leading zeros out.</summary>
public static class Krs
{
    public const int Length = 10;

    public static bool TryParse([NotNullWhen(true)] string? text, out string krs) => Read(text, out krs) is null;

    /// <summary>What is wrong with the number, or null when it is right.</summary>
    public static Fault? FaultOf(string? text) => Read(text, out _);

    private static Fault? Read(string? text, out string krs)
    {
        krs = "";
        var digits = Digits.Compact(text, "KRS");
        if (digits.Length is 0 or > Length || !Digits.AreAll(digits))
            return Digits.WrongCount("KRS", digits, "10");
        if (!digits.AsSpan().ContainsAnyExcept('0'))
            return new Fault("KRS z samych zer nie istnieje");
        krs = digits.PadLeft(Length, '0');
        return null;
    }
}
