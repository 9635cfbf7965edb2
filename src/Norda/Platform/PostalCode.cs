using System.Diagnostics.CodeAnalysis;

namespace Norda.Platform;

/// <summary>84-230; registers and spreadsheets write 84230.</summary>
public static class PostalCode
{
    public static bool TryParse([NotNullWhen(true)] string? text, out string code)
    {
        var digits = Digits.Compact(text, "");
        code = digits.Length == 5 && Digits.AreAll(digits) && digits != "00000" ? $"{digits[..2]}-{digits[2..]}" : "";
        return code.Length > 0;
    }
}
