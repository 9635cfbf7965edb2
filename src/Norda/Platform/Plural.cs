using System.Globalization;

namespace Norda.Platform;

/// <summary>
/// Words that follow a number. Polish has "firma|firmy|firm", with a fourth form where fractions occur
/// ("dzień|dni|dni|dnia"); English has "company|companies". The resources translate all forms under one key:
/// Plural.Of(3, T["firma|firmy|firm"]) is "3 firmy" or "3 companies".
/// </summary>
public static class Plural
{
    private const char Separator = '|';

    /// <summary>The number and its word, held together by a no-break space.</summary>
    public static string Of(long number, string forms) => $"{number:N0}{PolishText.NoBreakSpace}{Word(number, forms)}";

    public static string Of(decimal number, string forms) => $"{number:#,0.##}{PolishText.NoBreakSpace}{Word(number, forms)}";

    /// <summary>The word alone.</summary>
    public static string Word(decimal number, string forms)
    {
        var words = forms.Split(Separator);
        var index = IsPolish(words) ? Polish(Math.Abs(number)) : Math.Abs(number) == 1 ? 0 : 1;
        // A fraction governs the genitive singular, which for most nouns in use here looks like the "few" form.
        return index < words.Length ? words[index] : words[Math.Min(1, words.Length - 1)];
    }

    private static bool IsPolish(string[] words) => words.Length > 2 && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "pl";

    // CLDR: one, few, many, other.
    private static int Polish(decimal number)
    {
        if (number != decimal.Truncate(number))
            return 3;
        if (number == 1)
            return 0;
        return number % 10 is >= 2 and <= 4 && number % 100 is not (>= 12 and <= 14) ? 1 : 2;
    }
}
