namespace Norda.Data.Search;

/// <summary>Says why a firm was found: what it does first, then what proves it, then where the words stand.</summary>
internal static class Explainer
{
    private const int ShownReasons = 2;
    private const int ExcerptLength = 180;

    public static SearchHit Explain(SearchHit hit, Highlighter asked, IReadOnlyList<TermGroup> groups)
    {
        if (asked.IsEmpty)
            return hit with { Excerpt = null };
        var services = Ask(hit.Services, asked, groups);
        var certificates = Ask(hit.Certificates, asked, groups);
        var competencies = Ask(hit.Competencies, asked, groups);
        var reasons = new List<Reason>();
        if (asked.Matches(hit.Name))
            reasons.Add(new Reason(ReasonKind.Name, hit.Name));
        reasons.AddRange(services.Where(s => s.Asked).Take(1).Select(s => new Reason(s.Primary ? ReasonKind.PrimaryService : ReasonKind.Service, s.Name)));
        reasons.AddRange(certificates.Where(c => c.Asked).Take(1).Select(c => new Reason(ReasonKind.Certificate, c.Name)));
        reasons.AddRange(competencies.Where(c => c.Asked).Take(1).Select(c => new Reason(ReasonKind.Competency, c.Name)));
        if (asked.Matches(hit.CategoryName))
            reasons.Add(new Reason(ReasonKind.Category, hit.CategoryName!));
        if (asked.Matches(hit.Town))
            reasons.Add(new Reason(ReasonKind.Town, hit.Town!));

        var excerpt = asked.Matches(hit.Short) ? null : Sentence(hit.Excerpt, asked);
        if (reasons.Count == 0 && (excerpt is not null || asked.Matches(hit.Short)))
            reasons.Add(new Reason(ReasonKind.Description, ""));
        return hit with { Services = services, Certificates = certificates, Competencies = competencies, Excerpt = excerpt, Reasons = [.. reasons.Take(ShownReasons)] };
    }

    /// <summary>What was asked for comes first, the best match before the others; the firm's own order decides the rest.</summary>
    private static List<Offer> Ask(IReadOnlyList<Offer> offers, Highlighter asked, IReadOnlyList<TermGroup> groups) =>
        [.. offers.Select(o => (Offer: o, Matches: asked.CountMatches(o.Name, groups)))
            .OrderByDescending(o => o.Matches).Select(o => o.Offer with { Asked = o.Matches > 0 })];

    private static string? Sentence(string? text, Highlighter asked)
    {
        var sentence = text?.Split(['.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(asked.Matches);
        return sentence is null ? null : sentence.Length <= ExcerptLength ? sentence + "." : sentence[..ExcerptLength] + "…";
    }
}
