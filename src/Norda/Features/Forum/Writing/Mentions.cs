using Norda.Platform;

namespace Norda.Features.Forum.Writing;

/// <summary>Who is called by name in a text: "@Anna" or "@Anna Nowak", in any case and with or without Polish letters.</summary>
public static class Mentions
{
    public static bool Names(string text, string person)
    {
        var (folded, whole) = (Folding.Fold(text.Replace(PolishText.NoBreakSpace, ' ')), Folding.Fold(person));
        return Calls(folded, whole) || whole.Split(' ')[0] is { Length: > 1 } first && Calls(folded, first);
    }

    /// <summary>The whole word: @Anna is not @Annabella, and anna@firma.example calls nobody.</summary>
    private static bool Calls(string text, string name)
    {
        for (var at = text.IndexOf("@" + name, StringComparison.Ordinal); at >= 0; at = text.IndexOf("@" + name, at + 1, StringComparison.Ordinal))
        {
            var end = at + 1 + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }

        return false;
    }
}
