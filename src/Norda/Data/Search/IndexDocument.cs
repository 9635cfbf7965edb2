using System.Globalization;
using Norda.Data.Search.Polish;
using Norda.Features.Directory;
using Norda.Platform;

namespace Norda.Data.Search;

/// <summary>What the index needs to know of a firm.</summary>
internal sealed record IndexSource(
    int Id, CompanyStatus Status, string Name, string? LegalName, string? Nip, string? Regon, string? Krs, string? Short, string? Full,
    string? CategorySlug, string? CategoryName, string? Town, DataQualityLevel Quality, DateTime? ChangedAt, bool HasLogo, bool HasWebsite,
    IReadOnlyList<IndexedOffer> Services, IReadOnlyList<IndexedOffer> Competencies, IReadOnlyList<IndexedOffer> Certificates, IReadOnlyList<int> Recommenders);

internal sealed record IndexedOffer(string Slug, string Name, bool Primary);

/// <summary>A firm as the index keeps it: terms by weight (A name, B services, competencies and certificates, C short text, branch and town, D full text).</summary>
internal sealed class IndexDocument
{
    private static readonly CompareInfo PolishOrder = new CultureInfo("pl-PL").CompareInfo;

    public required int Id { get; init; }
    public required string NameFolded { get; init; }

    /// <summary>Bytes that sort as Polish names do, on any database.</summary>
    public required byte[] NameSort { get; init; }

    /// <summary>All words of the firm, folded, between single spaces: quoted phrases are looked for in it.</summary>
    public required string Text { get; init; }

    /// <summary>0 to 1100: how much the page of the firm is worth a visit, whatever the question.</summary>
    public required int StaticRank { get; init; }

    public List<string> A { get; } = [];
    public List<string> B { get; } = [];
    public List<string> C { get; } = [];
    public List<string> D { get; } = [];
    public List<string> Filters { get; } = [];

    /// <summary>Words as they are written, for the vocabulary: folded -> with diacritics.</summary>
    public Dictionary<string, string> Vocabulary { get; } = new(StringComparer.Ordinal);

    public static IndexDocument Of(IndexSource firm, Stemmer stemmer, DateTime now)
    {
        string?[] texts = [firm.Name, firm.LegalName, .. firm.Services.Select(s => s.Name), .. firm.Competencies.Select(c => c.Name), .. firm.Certificates.Select(c => c.Name), firm.CategoryName, firm.Town, firm.Short, firm.Full];
        var document = new IndexDocument
        {
            Id = firm.Id,
            NameFolded = CompanyName.Parse(firm.Name).Core,
            NameSort = PolishOrder.GetSortKey(firm.Name, CompareOptions.IgnoreCase).KeyData,
            Text = string.Concat(texts.Where(t => !string.IsNullOrEmpty(t)).Select(Words.Phrase)),
            StaticRank = RankOf(firm, now),
        };
        if (firm.Status != CompanyStatus.Active)
            return document; // no terms: nobody finds it

        document.AddName(firm.Name, stemmer);
        if (firm.LegalName is not null)
            document.AddName(firm.LegalName, stemmer);
        foreach (var offer in firm.Services.Concat(firm.Competencies).Concat(firm.Certificates))
            document.Add(document.B, offer.Name, stemmer, offer.Primary ? 2 : 1);
        document.Add(document.C, firm.Short, stemmer);
        document.Add(document.C, firm.CategoryName, stemmer);
        document.Add(document.C, firm.Town, stemmer);
        document.Add(document.D, firm.Full, stemmer);
        document.AddFilters(firm);
        return document;
    }

    private void AddName(string name, Stemmer stemmer)
    {
        var core = CompanyName.Parse(name).Core;
        var words = Words.Of(core).Select(w => w.Folded).ToList();
        Add(A, core, stemmer);
        // "metalport" finds Metal-Port: two words of a name written as one.
        foreach (var pair in words.Zip(words.Skip(1), (first, second) => first + second).Where(p => p.Length <= Words.LongestWord).ToList())
        {
            words.Add(pair);
            A.Add(pair);
            Vocabulary.TryAdd(pair, pair);
        }

        A.AddRange(words.Select(Terms.NameWord));
    }

    private void Add(List<string> target, string? text, Stemmer stemmer, int times = 1)
    {
        foreach (var word in Words.Of(text))
        {
            if (!Vocabulary.ContainsKey(word.Folded))
                Vocabulary.Add(word.Folded, text![word.Start..word.End].ToLowerInvariant());
            if (Words.IsStopword(word.Folded))
                continue;
            for (var time = 0; time < times; time++)
                target.AddRange(stemmer.Roots(word.Folded));
        }
    }

    private void AddFilters(IndexSource firm)
    {
        Filters.Add(Terms.Any);
        Filters.AddRange(((string?[])[firm.Nip, firm.Regon, firm.Krs]).Where(n => n is not null).Select(n => Terms.Number(n!)));
        if (firm.CategorySlug is { } category)
            Filters.Add(Terms.Filter(FilterGroup.Category, category));
        if (firm.Town is { Length: > 0 } town)
            Filters.Add(Terms.Town(town));
        Filters.AddRange(firm.Services.Select(s => Terms.Filter(FilterGroup.Service, s.Slug)));
        Filters.AddRange(firm.Competencies.Select(c => Terms.Filter(FilterGroup.Competency, c.Slug)));
        Filters.AddRange(firm.Certificates.Select(c => Terms.Filter(FilterGroup.Certificate, c.Slug)));
        Filters.AddRange(firm.Recommenders.Distinct().Select(id => Terms.Filter(FilterGroup.Recommender, id.ToString(CultureInfo.InvariantCulture))));
        Filters.Add(Terms.Filter(FilterGroup.Quality, Slug.From(firm.Quality.ToString())));
    }

    private static int RankOf(IndexSource firm, DateTime now)
    {
        var age = now - (firm.ChangedAt ?? DateTime.MinValue);
        return (firm.Quality switch { DataQualityLevel.Verified => 400, DataQualityLevel.Complete => 300, DataQualityLevel.Partial => 150, _ => 0 })
            + (age.TotalDays < 183 ? 200 : age.TotalDays < 365 ? 100 : 0)
            + (firm.Services.Count > 0 ? 100 : 0) + (string.IsNullOrEmpty(firm.Short) ? 0 : 100) + (string.IsNullOrEmpty(firm.Full) ? 0 : 100)
            + Math.Min(firm.Recommenders.Count, 5) * 20
            + (firm.HasLogo ? 50 : 0) + (firm.HasWebsite ? 50 : 0);
    }
}
