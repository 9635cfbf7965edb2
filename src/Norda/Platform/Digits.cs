using System.Globalization;

namespace Norda.Platform;

/// <summary>
/// Reads register numbers out of what people paste. Only 0-9 are digits here: what .NET calls a digit
/// includes the Arabic ones, and those would break the CHECK of the database.
/// </summary>
internal static class Digits
{
    /// <summary>The text without spaces, hyphens and dashes of any kind, and without the label that people write in front.</summary>
    public static string Compact(string? text, string label)
    {
        var kept = string.Concat((text ?? "").Where(c => !IsFiller(c)));
        return kept.StartsWith(label, StringComparison.OrdinalIgnoreCase) ? kept[label.Length..].TrimStart(':') : kept;
    }

    public static bool AreAll(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Sum of digit times weight over the first digits, modulo 11.</summary>
    public static int Mod11(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * (digits[i] - '0');
        return sum % 11;
    }

    public static Fault WrongCount(string name, string digits, string needed) =>
        AreAll(digits)
            ? new Fault("{0} ma {1}, powinno być {2}", name, new Counted(digits.Length, "cyfrę|cyfry|cyfr"), needed)
            : new Fault("{0} składa się z samych cyfr", name);

    private static bool IsFiller(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control;
}
