using System.Linq.Expressions;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>The firms of the office's list as its address asks for them; the page and the file to download read the same.</summary>
public sealed class FirmQuery
{
    public static readonly string[] Kept = ["q", "stan", "jakosc", "brak", "sortuj"];

    public string? Q { get; init; }
    public CompanyStatus? State { get; init; }
    public DataQualityLevel? Quality { get; init; }

    /// <summary>What the firms lack: wlasciciela, sprawdzenia, nip, email.</summary>
    public string? Lacks { get; init; }

    public string? Sort { get; init; }

    public static FirmQuery Read(IQueryCollection query) => new()
    {
        Q = query["q"],
        State = Known<CompanyStatus>(query["stan"]),
        Quality = Known<DataQualityLevel>(query["jakosc"]),
        Lacks = query["brak"],
        Sort = query["sortuj"],
    };

    /// <summary>What can be lacking, by its name in the address.</summary>
    public static Dictionary<string, Expression<Func<Company, bool>>> Lacking(AppDb db, DateTime now) => new(StringComparer.Ordinal)
    {
        ["wlasciciela"] = c => !db.Set<CompanyUser>().Any(p => p.CompanyId == c.Id && p.Role == CompanyRole.Owner && p.Status == CompanyUserStatus.Approved && p.User.IsActive),
        ["sprawdzenia"] = c => !(c.Quality!.LastVerifiedAt >= now.AddYears(-1)),
        ["nip"] = c => c.Nip == null,
        ["email"] = c => c.Email == null,
    };

    /// <summary>By name, legal name, town or number.</summary>
    public IQueryable<Company> Sought(AppDb db)
    {
        var word = AnyCase.Typed(Q);
        var nip = Nip.TryParse(Q, out var number) ? number : word;
        return word.Length is 0 or > ListAddress.LongestWord ? db.Companies : db.Companies.Where(c =>
            AnyCase.Of(c.Name)!.Contains(word) || AnyCase.Of(c.LegalName)!.Contains(word) || AnyCase.Of(c.Address.Town)!.Contains(word) || c.Nip == nip || c.Regon == word || c.Krs == word);
    }

    public IQueryable<Company> Chosen(AppDb db, DateTime now)
    {
        var firms = Sought(db);
        if (State is { } state)
            firms = firms.Where(c => c.Status == state);
        if (Quality is { } quality)
            firms = firms.Where(c => c.DataQuality == quality);
        return Lacks is not null && Lacking(db, now).TryGetValue(Lacks, out var lack) ? firms.Where(lack) : firms;
    }

    public IOrderedQueryable<Company> Ordered(IQueryable<Company> firms) => (Sort switch
    {
        "jakosc" => firms.OrderBy(c => c.Quality!.QualityScore),
        "sprawdzenie" => firms.OrderBy(c => c.Quality!.LastVerifiedAt != null).ThenBy(c => c.Quality!.LastVerifiedAt),
        "zmiana" => firms.OrderByDescending(c => c.UpdatedAt),
        _ => firms.OrderBy(c => c.Name),
    }).ThenBy(c => c.Id);

    public static string Name<T>(T label) where T : struct, Enum => label.ToString().ToLowerInvariant();

    private static T? Known<T>(string? label) where T : struct, Enum => Enum.TryParse<T>(label, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(label![0]) ? known : null;
}
