using Norda.Platform;

namespace Norda.Features.Membership.Joining;

/// <summary>A paper that belongs to a declaration.</summary>
public enum DeclarationPaper { Signature, Register, Authority }

/// <summary>Which papers a declaration needs, has and lacks.</summary>
public static class DeclarationPapers
{
    public static readonly IReadOnlyList<DeclarationPaper> All = Enum.GetValues<DeclarationPaper>();

    /// <summary>Without these no declaration goes to the board.</summary>
    public static readonly IReadOnlyList<DeclarationPaper> Always = [DeclarationPaper.Signature, DeclarationPaper.Register];

    /// <summary>What is still to come: needed always or asked for, and not there.</summary>
    public static IReadOnlyList<DeclarationPaper> Missing(string papers, string asked) => [.. Always.Union(Read(asked)).Except(Read(papers)).Order()];

    /// <summary>What the firm itself may send now: the office looks firms up in the registers unless it asked for a copy.</summary>
    public static IReadOnlyList<DeclarationPaper> Awaited(DeclarationStatus status, string papers, string asked) => status switch
    {
        DeclarationStatus.Incomplete => Missing(papers, asked),
        DeclarationStatus.Submitted => [.. Missing(papers, asked).Where(p => p != DeclarationPaper.Register)],
        _ => [],
    };

    public static IReadOnlyList<DeclarationPaper> Read(string words) => [.. All.Where(p => words.Split(' ').Contains(Name(p)))];

    public static string Write(IEnumerable<DeclarationPaper> papers) => string.Join(' ', papers.Distinct().Order().Select(Name));

    /// <summary>As forms and rows call it.</summary>
    public static string Name(DeclarationPaper paper) => paper.ToString().ToLowerInvariant();

    /// <summary>Key of the text.</summary>
    public static string Word(DeclarationPaper paper) => paper switch
    {
        DeclarationPaper.Signature => "Podpisana deklaracja",
        DeclarationPaper.Register => "Odpis z KRS albo wydruk z CEIDG",
        _ => "Pełnomocnictwo osoby, która podpisała",
    };
}

/// <summary>States of a declaration in words: keys of the texts.</summary>
public static class DeclarationWords
{
    public static string Of(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Submitted => "Nowa",
        DeclarationStatus.Incomplete => "Czeka na dokumenty",
        DeclarationStatus.Complete => "Czeka na zarząd",
        DeclarationStatus.Admitted => "Przyjęta",
        DeclarationStatus.Refused => "Odmowa",
        DeclarationStatus.Appealed => "Odwołanie",
        _ => "Wycofana",
    };

    public static string? Colour(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Submitted or DeclarationStatus.Appealed => "brand",
        DeclarationStatus.Incomplete => "warn",
        DeclarationStatus.Admitted => "ok",
        DeclarationStatus.Refused => "bad",
        _ => null,
    };

    public static string Of(MemberKind kind) => kind switch
    {
        MemberKind.Ordinary => "członek zwyczajny",
        MemberKind.Supporting => "członek wspierający",
        _ => "kandydat",
    };

    /// <summary>"ul. Dworcowa 5/2, 84-200 Wejherowo".</summary>
    public static string AddressOf(string? street, string? building, string? unit, string? code, string? town) =>
        string.Join(", ", new[] { string.Join(' ', new[] { street, unit is null ? building : $"{building}/{unit}" }.OfType<string>()), $"{code} {town}".Trim() }.Where(part => part.Length > 0)) is { Length: > 0 } address ? PolishText.Nbsp(address) : "–";
}
