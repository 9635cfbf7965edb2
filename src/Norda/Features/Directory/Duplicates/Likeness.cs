using Norda.Platform;

namespace Norda.Features.Directory.Duplicates;

public enum LikenessReason { Nip, Register, Name, Town, Phone, Web, Mail, OtherNip }

/// <summary>What firms are compared by, folded once per firm.</summary>
public sealed class FirmSketch
{
    /// <summary>Addresses that many unrelated firms share.</summary>
    private static readonly HashSet<string> Common = new(
        ["gmail.com", "wp.pl", "onet.pl", "op.pl", "vp.pl", "poczta.onet.pl", "o2.pl", "tlen.pl", "interia.pl", "interia.eu", "poczta.fm", "gazeta.pl", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "facebook.com", "linkedin.com", "instagram.com", "google.com", "allegro.pl", "olx.pl"],
        StringComparer.Ordinal);

    public FirmSketch(int id, string name, string? nip = null, string? regon = null, string? krs = null, string? town = null, string? phone = null, string? website = null, string? email = null)
    {
        (Id, Nip, Regon, Krs) = (id, nip, regon, krs);
        Core = CompanyName.Parse(name).Core;
        Tokens = [.. Core.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Joined = Core.Replace(" ", "", StringComparison.Ordinal);
        Town = town is null ? null : Folding.Fold(town);
        Phone = phone is null ? null : string.Concat(phone.Where(char.IsAsciiDigit)) is { Length: >= 9 } digits ? digits[^9..] : null;
        Host = Own(website is not null && Uri.TryCreate(website.Contains("://", StringComparison.Ordinal) ? website : "https://" + website, UriKind.Absolute, out var address) ? address.Host : null);
        MailDomain = Own(email?[(email.LastIndexOf('@') + 1)..]);
    }

    public int Id { get; }
    public string Core { get; }
    public HashSet<string> Tokens { get; }
    public string Joined { get; }
    public string? Nip { get; }
    public string? Regon { get; }
    public string? Krs { get; }
    public string? Town { get; }
    public string? Phone { get; }
    public string? Host { get; }
    public string? MailDomain { get; }

    /// <summary>Firms that share one of these are compared, no others: the number of comparisons grows as the number of firms does.</summary>
    public IEnumerable<string> Blocks()
    {
        if (Nip is not null)
            yield return "nip " + Nip;
        if (Regon is not null)
            yield return "regon " + Regon;
        if (Krs is not null)
            yield return "krs " + Krs;
        if (Phone is not null)
            yield return "phone " + Phone;
        if (Host is not null)
            yield return "web " + Host;
        if (MailDomain is not null && MailDomain != Host)
            yield return "web " + MailDomain;
        yield return "name " + Joined;
        foreach (var token in Tokens.Where(t => t.Length >= 4))
            yield return $"start {token[..4]} {Town}";
    }

    private static string? Own(string? host)
    {
        var bare = host?.ToLowerInvariant() is ['w', 'w', 'w', '.', .. var rest] ? rest : host?.ToLowerInvariant();
        return bare is { Length: > 3 } && !Common.Contains(bare) ? bare : null;
    }
}

/// <summary>How likely two entries are one firm: points for each thing that they share, and why.</summary>
public sealed record Likeness(int Points, IReadOnlyList<LikenessReason> Reasons)
{
    /// <summary>From here on the office is asked.</summary>
    public const int Suspicious = 60;

    private const double LeastName = 0.6;

    public static Likeness Of(FirmSketch one, FirmSketch other)
    {
        var (points, reasons) = (0, new List<LikenessReason>());
        void Count(bool holds, int worth, LikenessReason reason)
        {
            if (!holds)
                return;
            points += worth;
            reasons.Add(reason);
        }

        var name = NameLikeness(one, other);
        Count(Same(one.Nip, other.Nip), 100, LikenessReason.Nip);
        Count(Same(one.Regon, other.Regon) || Same(one.Krs, other.Krs), 90, LikenessReason.Register);
        Count(name >= LeastName, (int)Math.Round(55 * name), LikenessReason.Name);
        Count(Same(one.Town, other.Town), 15, LikenessReason.Town);
        Count(Same(one.Phone, other.Phone), 25, LikenessReason.Phone);
        Count(Same(one.Host, other.Host), 25, LikenessReason.Web);
        Count(Same(one.MailDomain, other.MailDomain), 15, LikenessReason.Mail);
        Count(one.Nip is not null && other.Nip is not null && one.Nip != other.Nip, -30, LikenessReason.OtherNip);
        return new Likeness(Math.Clamp(points, 0, 100), reasons);
    }

    /// <summary>Of the two ways the kinder one: shared three-letter pieces bear typos, shared words bear another order.</summary>
    public static double NameLikeness(FirmSketch one, FirmSketch other)
    {
        if (one.Core.Length == 0 || other.Core.Length == 0)
            return 0;
        var words = (double)one.Tokens.Intersect(other.Tokens).Count() / one.Tokens.Union(other.Tokens).Count();
        return Math.Max(words, Dice(Trigrams(one.Joined), Trigrams(other.Joined)));
    }

    private static HashSet<string> Trigrams(string text) => [.. Enumerable.Range(0, text.Length + 1).Select(i => $"  {text} ".Substring(i, 3))];

    private static double Dice(HashSet<string> one, HashSet<string> other) => 2.0 * one.Intersect(other).Count() / (one.Count + other.Count);

    private static bool Same(string? one, string? other) => one is not null && one == other;
}
