using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Profile;

/// <summary>Everything that the public page of a firm shows; the card to print, the vCard and the JSON are made of it too.</summary>
public sealed record CompanyView(
    int Id, string Slug, string Name, string? LegalName, string? Nip, string? Regon, string? Krs, string? LegalForm, string? StaffBand, DateOnly? Founded,
    int? CategoryId, string? CategorySlug, string? CategoryName, string? Website, string? Email, string? Phone, string? Short, string? Full, string? Logo,
    DataQualityLevel Quality, DateTime? CreatedAt, DateTime? UpdatedAt, Address Address, [property: JsonIgnore] IReadOnlyDictionary<string, Visibility> FieldVisibility)
{
    public IReadOnlyList<ServiceView> Services { get; init; } = [];
    public IReadOnlyList<CompetencyView> Competencies { get; init; } = [];
    public IReadOnlyList<CertificateView> Certificates { get; init; } = [];
    public IReadOnlyList<AwardView> Awards { get; init; } = [];
    public IReadOnlyList<NewsView> News { get; init; } = [];
    public IReadOnlyList<ContactView> Contacts { get; init; } = [];
    public IReadOnlyList<SocialView> Social { get; init; } = [];
    public IReadOnlyList<PkdView> Pkd { get; init; } = [];
    public IReadOnlyList<PhotoView> Photos { get; init; } = [];

    /// <summary>Where details came from that the firm did not write itself (RODO, article 14).</summary>
    [JsonIgnore]
    public IReadOnlyList<SourceView> Sources { get; init; } = [];

    /// <summary>What the firm says of itself: at length, else in short.</summary>
    [JsonIgnore]
    public string? About => string.IsNullOrWhiteSpace(Full) ? Short : Full;

    [JsonIgnore]
    public bool HasAbout => !string.IsNullOrWhiteSpace(About);

    /// <summary>Street line as on a letter; null when the firm gives none.</summary>
    public string? StreetLine => Address.Street is null && Address.Building is null
        ? null
        : $"{Address.Street} {Address.Building}{(Address.Unit is null ? "" : "/" + Address.Unit)}".Trim();

    /// <summary>The firm without what it shows to fewer people than this one belongs to.</summary>
    /// <param name="reader">The narrowest circle that the reader is in.</param>
    public CompanyView SeenBy(Visibility reader)
    {
        bool Hides(string field) => FieldVisibility.TryGetValue(field, out var circle) && circle > reader;
        return this with
        {
            Phone = Hides("phone") ? null : Phone,
            Email = Hides("email") ? null : Email,
            Website = Hides("website") ? null : Website,
            StaffBand = Hides("staff_band") ? null : StaffBand,
            Founded = Hides("founded") ? null : Founded,
            Address = Hides("street") ? new Address { Town = Address.Town, Commune = Address.Commune, County = Address.County, Voivodeship = Address.Voivodeship } : Address,
            Contacts = [.. Contacts.Where(c => c.Visibility <= reader)],
        };
    }

    public string? TownLine => $"{Address.PostalCode} {Address.Town}".Trim() is { Length: > 0 } line ? line : null;
}

public sealed record ServiceView(string Slug, string Name, bool IsPrimary);

public sealed record CompetencyView(string Slug, string Name, string? Level);

public sealed record CertificateView(string Slug, string Name, string? Issuer, string? Number, DateOnly? IssueDate, DateOnly? ExpiryDate)
{
    public const int WarningDays = 90;

    /// <summary>A certificate holds on the last day that it names.</summary>
    public bool IsValid(DateOnly today) => ExpiryDate is null || ExpiryDate >= today;

    /// <summary>Days to go when the end is near, else null.</summary>
    public int? DaysLeft(DateOnly today) => ExpiryDate is { } end && end >= today && end.DayNumber - today.DayNumber <= WarningDays ? end.DayNumber - today.DayNumber : null;
}

public sealed record AwardView(string Name, string? Issuer, int? Year, string? Description);

public sealed record NewsView(string Type, string Title, string? Description, DateOnly? Date, string? SourceUrl);

public sealed record ContactView(string Type, string Value, string? Purpose, bool IsPrimary, [property: JsonIgnore] Visibility Visibility = Visibility.Everyone);

public sealed record SocialView(string Platform, string Url, DateTime? LastCheckedAt);

public sealed record PhotoView(string Address, string Alt, int Width, int Height);

public sealed record PkdView(string Code, int Edition, bool IsMain);

/// <summary>A source and when something was last taken from it.</summary>
public sealed record SourceView(string Name, DateTime TakenAt)
{
    /// <summary>The name of the office's file is the office's matter.</summary>
    public string Shown(IStringLocalizer<Texts> texts) => Name.StartsWith("import:", StringComparison.Ordinal) ? texts["lista firm przekazana izbie"] : texts[Name];
}

/// <summary>What stands at an address: a firm, its newer address, or nothing any more.</summary>
public sealed record Found(CompanyView? Company, string? MovedTo = null, GoneCompany? Gone = null)
{
    public bool IsGone => Gone is not null;
}

/// <summary>A firm that left the directory: its branch alone is still told.</summary>
public sealed record GoneCompany(string? CategorySlug, string? CategoryName);

public static class CompanyViews
{
    public static async Task<Found> FindFirm(this AppDb db, string slug, Me me, CancellationToken cancel)
    {
        var view = await db.Companies.AsNoTracking().Listed().Where(c => c.Slug == slug).Select(c => new CompanyView(
            c.Id, c.Slug, c.Name, c.LegalName, c.Nip, c.Regon, c.Krs, c.LegalForm, c.StaffBand, c.Founded,
            c.CategoryId, c.Category!.Slug, c.Category.Name, c.Website, c.Email, c.Phone, c.DescriptionShort, c.DescriptionFull, c.Logo,
            c.DataQuality, c.CreatedAt, c.UpdatedAt, c.Address, c.FieldVisibility)).SingleOrDefaultAsync(cancel);
        if (view is not null)
            return new Found(view.With(await db.ReadParts(view.Id, cancel)).SeenBy(me.Edits(view.Id) ? Visibility.Me : me.Is(Role.Member) ? Visibility.Members : Visibility.Everyone));

        return await db.Companies.Where(c => c.Slug == slug || db.FormerSlugs.Any(f => f.Slug == slug && f.CompanyId == c.Id))
            .OrderByDescending(c => c.Slug == slug)
            .Select(c => new { c.Slug, c.Status, CategorySlug = c.Category!.Slug, CategoryName = c.Category.Name }).FirstOrDefaultAsync(cancel) switch
        {
            { Status: CompanyStatus.Active, Slug: var now } => new Found(null, MovedTo: now),
            { Status: CompanyStatus.Archived or CompanyStatus.Inactive } firm => new Found(null, Gone: new GoneCompany(firm.CategorySlug, firm.CategoryName)),
            _ => new Found(null),
        };
    }
}
