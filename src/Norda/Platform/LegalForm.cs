namespace Norda.Platform;

/// <summary>Codes of legal forms as they stand in the database: spzoo, sa, and for a company of a company "spzoo+spk".</summary>
public static class LegalForm
{
    /// <summary>Spellings at the end of a name: folded, without dots and spaces.</summary>
    internal static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["spolkazograniczonaodpowiedzialnoscia"] = "spzoo",
        ["spzograniczonaodpowiedzialnoscia"] = "spzoo",
        ["spzogrodp"] = "spzoo",
        ["spolkazoo"] = "spzoo",
        ["spzoo"] = "spzoo",
        ["prostaspolkaakcyjna"] = "psa",
        ["psa"] = "psa",
        ["spolkakomandytowo-akcyjna"] = "ska",
        ["spolkakomandytowoakcyjna"] = "ska",
        ["ska"] = "ska",
        ["spolkakomandytowa"] = "spk",
        ["spkom"] = "spk",
        ["spk"] = "spk",
        ["spolkajawna"] = "spj",
        ["spj"] = "spj",
        ["sj"] = "spj",
        ["spolkapartnerska"] = "spp",
        ["spp"] = "spp",
        ["spolkacywilna"] = "sc",
        ["sc"] = "sc",
        ["spolkaakcyjna"] = "sa",
        ["sa"] = "sa",
        ["spoldzielnia"] = "spoldzielnia",
        ["fundacja"] = "fundacja",
        ["stowarzyszenie"] = "stowarzyszenie",
    };

    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["spzoo"] = "sp. z o.o.",
        ["psa"] = "P.S.A.",
        ["ska"] = "S.K.A.",
        ["spk"] = "sp.k.",
        ["spj"] = "sp.j.",
        ["spp"] = "sp.p.",
        ["sc"] = "s.c.",
        ["sa"] = "S.A.",
        ["spoldzielnia"] = "spółdzielnia",
    };

    /// <summary>The form that a name ends with, or null when it names none.</summary>
    public static string? From(string name) => CompanyName.Parse(name).LegalForm;

    /// <summary>"sp. z o.o. sp.k." for "spzoo+spk"; a code that is not known stays as it is.</summary>
    public static string Display(string code) => string.Join(' ', code.Split('+').Select(c => Shown.GetValueOrDefault(c, c)));
}
