namespace Norda.Platform;

/// <summary>Care for the look of Polish sentences.</summary>
public static class PolishText
{
    public const char NoBreakSpace = '\u00A0';

    private const string OneLetterWords = "wzioua";

    /// <summary>No line ends with w, z, i, o, u or a: the word after stays with it.</summary>
    public static string Nbsp(string text) => string.Create(text.Length, text, (letters, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            letters[i] = source[i] == ' ' && EndsOneLetterWord(source, i) ? NoBreakSpace : source[i];
    });

    /// <summary>A name as the last word of a sentence: the stop of "Sp. z o.o." is the sentence's too.</summary>
    public static string Last(string name) => name.EndsWith('.') ? name[..^1] : name;

    private static bool EndsOneLetterWord(string text, int space) =>
        space > 0
        && OneLetterWords.Contains(char.ToLowerInvariant(text[space - 1]), StringComparison.Ordinal)
        && (space == 1 || !char.IsLetterOrDigit(text[space - 2]));
}
