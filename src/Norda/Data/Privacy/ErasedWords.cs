using System.Text.Encodings.Web;

namespace Norda.Data.Privacy;

/// <summary>What a person is recognised by in texts about others, and what stands there afterwards.</summary>
public sealed class ErasedWords
{
    /// <summary>In the place of what was blacked out.</summary>
    public const string Mark = "[usunięto]";

    public const string Nobody = "były użytkownik";

    private readonly List<(string Word, string Instead)> words = [];

    public ErasedWords(string name, string email, string? phone)
    {
        Add(email, Mark);
        Add(email.ToUpperInvariant(), Mark);
        Add(email.ToLowerInvariant(), Mark);
        // One word may be anybody's, and a part of other words.
        if (name.Trim().Contains(' ', StringComparison.Ordinal))
            Add(name, Nobody);
        if (phone is { Length: > 6 })
            Add(phone, Mark);
    }

    public IReadOnlyList<(string Word, string Instead)> All => words;

    public bool StandIn(string? text) => text is not null && words.Exists(w => text.Contains(w.Word, StringComparison.Ordinal));

    public string Replace(string text)
    {
        foreach (var (word, instead) in words)
            text = text.Replace(word, instead, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Letters hold them as HTML too.</summary>
    private void Add(string word, string instead)
    {
        foreach (var form in (string[])[word, HtmlEncoder.Default.Encode(word), System.Net.WebUtility.HtmlEncode(word)])
            if (!words.Exists(w => w.Word == form))
                words.Add((form, instead));
    }
}
