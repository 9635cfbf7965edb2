using System.Globalization;
using System.Text;

namespace Norda.Platform;

/// <summary>A person's number. It is never stored: it is found in order to be left out.</summary>
public static class Pesel
{
    private const int Length = 11;
    private static ReadOnlySpan<int> Weights => [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

    /// <summary>The text with every PESEL taken out; the same instance when there is none.</summary>
    public static string Blank(string text)
    {
        StringBuilder? kept = null;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var run = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            if (i - run != Length || !IsPesel(text.AsSpan(run, Length)))
                continue;
            kept ??= new StringBuilder(text.Length);
            kept.Append(text, copied, run - copied);
            copied = i;
        }

        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString().Trim();
    }

    public static bool IsIn(string text) => !ReferenceEquals(Blank(text), text);

    private static bool IsPesel(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Weights[i] * (digits[i] - '0');
        return (10 - (sum % 10)) % 10 == digits[10] - '0' && BeginsWithDate(digits);
    }

    /// <summary>One run of 11 digits in ten passes the checksum; a real number also begins with a day of birth, the century hidden in the month.</summary>
    private static bool BeginsWithDate(ReadOnlySpan<char> digits)
    {
        var year = int.Parse(digits[..2], CultureInfo.InvariantCulture);
        var month = int.Parse(digits[2..4], CultureInfo.InvariantCulture);
        var day = int.Parse(digits[4..6], CultureInfo.InvariantCulture);
        int[] centuries = [1900, 2000, 2100, 2200, 1800];
        return month % 20 is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(centuries[month / 20] + year, month % 20);
    }
}
