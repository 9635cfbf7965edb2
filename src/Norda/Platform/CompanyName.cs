namespace Norda.Platform;

/// <summary>
/// The parts of a firm's name. <see cref="Core"/> is what firms are compared by: folded, letters and digits only,
/// without legal form, kind of enterprise ("P.H.U.") and state ("w likwidacji").
/// </summary>
public sealed record CompanyName(string Core, string? LegalForm, string? Prefix, string? State)
{
    private const int LongestForm = 5; // sp . z o . o . in its airiest spelling, and spółka z ograniczoną odpowiedzialnością

    private static readonly (string Text, string Ending)[] States =
        [.. from state in (string[])["w likwidacji", "w upadłości likwidacyjnej", "w upadłości", "w restrukturyzacji", "w organizacji"]
            select (state, " " + Folding.Fold(state))];

    private static readonly HashSet<string> Initials = new(["pphu", "phu", "fhu", "zphu", "pph", "pw", "ph", "fu", "zu"], StringComparer.Ordinal);

    private static readonly string[] Prefixes =
        [.. from kind in (string[])["przedsiebiorstwo {0}uslugowe", "firma {0}uslugowa", "zaklad {0}uslugowy"]
            from trade in (string[])["produkcyjno-handlowo-", "produkcyjno-", "handlowo-", ""]
            select string.Format(System.Globalization.CultureInfo.InvariantCulture, kind, trade)];

    public static CompanyName Parse(string name)
    {
        var text = Tidy(name);
        var (state, ending) = States.FirstOrDefault(s => text.EndsWith(s.Ending, StringComparison.Ordinal));
        if (state is not null)
            text = text[..^ending.Length].Trim(' ', ',');

        var forms = new Stack<string>();
        while (FormAtEnd(text) is var (form, start) && form is not null)
        {
            forms.Push(form);
            text = text[..start].Trim(' ', ',', '-');
        }

        var prefix = PrefixOf(text);
        if (prefix is not null)
            text = text[prefix.Length..];
        return new CompanyName(Words(text), forms.Count == 0 ? null : string.Join('+', forms), prefix?.Replace(".", "", StringComparison.Ordinal), state);
    }

    private static string Tidy(string name)
    {
        var bare = string.Concat(Folding.Fold(name).Where(c => !"„”“\"'’`«»".Contains(c, StringComparison.Ordinal)).Select(c => c is '–' or '—' ? '-' : c));
        return string.Join(' ', bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ';');
    }

    /// <summary>The longest known form among the last words; never the whole name, for a firm may be called "S.A.".</summary>
    private static (string? Form, int Start) FormAtEnd(string text)
    {
        (string?, int) found = (null, 0);
        var at = text.Length;
        for (var words = 0; words < LongestForm && at > 0; words++)
        {
            at = text.AsSpan(0, at).LastIndexOfAny(' ', ',');
            if (at <= 0)
                break;
            var tail = string.Concat(text.AsSpan(at + 1).ToString().Where(c => c is not ('.' or ' ')));
            if (Platform.LegalForm.Spellings.TryGetValue(tail, out var form))
                found = (form, at);
        }

        return found;
    }

    /// <summary>Prefix words stay when nothing would be left of the name.</summary>
    private static string? PrefixOf(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', ',');
        if (end > 0 && Initials.Contains(text[..end].Replace(".", "", StringComparison.Ordinal)))
            return text[..end];
        return Prefixes.FirstOrDefault(p => text.Length > p.Length && text.StartsWith(p, StringComparison.Ordinal) && text[p.Length] is ' ' or ',');
    }

    private static string Words(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
