using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Directory.Profile;

/// <summary>
/// A row of any of the lists that hang on a firm: ten lists in one command. All members are set for every kind, in the order in which
/// they stand here; texts are made plain for the database's sake.
/// </summary>
internal sealed class FirmPart
{
    public FirmPartKind Kind { get; init; }

    /// <summary>What stands first within its list: the smaller.</summary>
    public int Rank { get; init; }

    public int Id { get; init; }
    public string? Name { get; init; }
    public string? Text { get; init; }
    public string? More { get; init; }
    public string? Last { get; init; }
    public DateOnly? Day { get; init; }
    public DateOnly? LastDay { get; init; }
    public int? Number { get; init; }
    public int? Other { get; init; }
    public DateTime? At { get; init; }
}

internal enum FirmPartKind { Service, Competency, Certificate, Award, News, Contact, Social, Pkd, Photo, Source }

internal static class FirmParts
{
    private const int ShownNews = 10;

    public static async Task<ILookup<FirmPartKind, FirmPart>> ReadParts(this AppDb db, int firm, CancellationToken cancel) =>
        (await Asked(db, firm).Aggregate((all, next) => all.Concat(next)).ToListAsync(cancel)).OrderBy(p => p.Rank).ThenBy(p => p.Id).ToLookup(p => p.Kind);

    public static CompanyView With(this CompanyView firm, ILookup<FirmPartKind, FirmPart> parts) => firm with
    {
        Services = [.. parts[FirmPartKind.Service].Select(p => new ServiceView(p.Text!, p.Name!, p.Rank == 0))],
        Competencies = [.. parts[FirmPartKind.Competency].Select(p => new CompetencyView(p.Text!, p.Name!, p.More))],
        Certificates = [.. parts[FirmPartKind.Certificate].Select(p => new CertificateView(p.Text!, p.Name!, p.More, p.Last, p.Day, p.LastDay))],
        Awards = [.. parts[FirmPartKind.Award].Select(p => new AwardView(p.Name!, p.Text, p.Number, p.More))],
        News = [.. parts[FirmPartKind.News].OrderByDescending(p => p.Day).Select(p => new NewsView(p.Text!, p.Name!, p.More, p.Day, p.Last))],
        Contacts = [.. parts[FirmPartKind.Contact].Select(p => new ContactView(p.Text!, p.Name!, p.More, p.Rank == 0, (Visibility)p.Number!.Value))],
        Social = [.. parts[FirmPartKind.Social].Select(p => new SocialView(p.Name!, p.Text!, p.At))],
        Pkd = [.. parts[FirmPartKind.Pkd].OrderBy(p => p.Rank).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new PkdView(p.Name!, p.Number!.Value, p.Rank == 0))],
        Photos = [.. parts[FirmPartKind.Photo].Select(p => new PhotoView($"/pliki/{p.Text}.webp", p.Name!, p.Number!.Value, p.Other!.Value))],
        Sources = [.. parts[FirmPartKind.Source].GroupBy(p => p.Name!, StringComparer.Ordinal).Select(g => new SourceView(g.Key, g.Max(p => p.At!.Value)))],
    };

    private static IEnumerable<IQueryable<FirmPart>> Asked(AppDb db, int firm)
    {
        var newest = db.Set<CompanyNews>().Where(n => n.CompanyId == firm).OrderByDescending(n => n.EventDate).ThenBy(n => n.Id).Take(ShownNews).Select(n => n.Id);
        yield return db.Set<Certification>().Where(c => c.CompanyId == firm && c.IsActive).Select(c => new FirmPart
        {
            Kind = FirmPartKind.Certificate, Rank = 0, Id = c.Id, Name = SearchText.Whole(c.Name), Text = SearchText.Whole(c.Slug), More = SearchText.Whole(c.Issuer), Last = SearchText.Whole(c.CertificateNumber), Day = c.IssueDate, LastDay = c.ExpiryDate, Number = null, Other = null, At = null,
        });
        yield return db.Set<CompanyService>().Where(s => s.CompanyId == firm).Select(s => new FirmPart
        {
            Kind = FirmPartKind.Service, Rank = s.IsPrimary ? 0 : 1, Id = s.ServiceId, Name = SearchText.Whole(s.Service.Name), Text = SearchText.Whole(s.Service.Slug), More = null, Last = null, Day = null, LastDay = null, Number = null, Other = null, At = null,
        });
        yield return db.Set<CompanyCompetency>().Where(c => c.CompanyId == firm).Select(c => new FirmPart
        {
            Kind = FirmPartKind.Competency, Rank = 0, Id = c.CompetencyId, Name = SearchText.Whole(c.Competency.Name), Text = SearchText.Whole(c.Competency.Slug), More = SearchText.Whole(c.Level), Last = null, Day = null, LastDay = null, Number = null, Other = null, At = null,
        });
        yield return db.Set<Award>().Where(a => a.CompanyId == firm).Select(a => new FirmPart
        {
            Kind = FirmPartKind.Award, Rank = -(a.Year ?? 0), Id = a.Id, Name = SearchText.Whole(a.Name), Text = SearchText.Whole(a.Issuer), More = SearchText.Whole(a.Description), Last = null, Day = null, LastDay = null, Number = a.Year, Other = null, At = null,
        });
        yield return db.Set<CompanyNews>().Where(n => newest.Contains(n.Id)).Select(n => new FirmPart
        {
            Kind = FirmPartKind.News, Rank = 0, Id = n.Id, Name = SearchText.Whole(n.Title), Text = SearchText.Whole(n.EventType), More = SearchText.Whole(n.Description), Last = SearchText.Whole(n.SourceUrl), Day = n.EventDate, LastDay = null, Number = null, Other = null, At = null,
        });
        yield return db.Set<CompanyContact>().Where(c => c.CompanyId == firm).Select(c => new FirmPart
        {
            Kind = FirmPartKind.Contact, Rank = c.IsPrimary ? 0 : 1, Id = c.Id, Name = SearchText.Whole(c.Value), Text = SearchText.Whole(c.ContactType), More = SearchText.Whole(c.Purpose), Last = null, Day = null, LastDay = null, Number = c.Visibility == Visibility.Me ? (int)Visibility.Me : c.Visibility == Visibility.Members ? (int)Visibility.Members : (int)Visibility.Everyone, Other = null, At = null,
        });
        yield return db.Set<SocialProfile>().Where(p => p.CompanyId == firm && p.IsValid != false).Select(p => new FirmPart
        {
            Kind = FirmPartKind.Social, Rank = 0, Id = p.Id, Name = SearchText.Whole(p.Platform), Text = SearchText.Whole(p.Url), More = null, Last = null, Day = null, LastDay = null, Number = null, Other = null, At = p.LastCheckedAt,
        });
        yield return db.Set<CompanyPkd>().Where(p => p.CompanyId == firm).Select(p => new FirmPart
        {
            Kind = FirmPartKind.Pkd, Rank = p.IsMain ? 0 : 1, Id = 0, Name = SearchText.Whole(p.Code), Text = null, More = null, Last = null, Day = null, LastDay = null, Number = p.Edition, Other = null, At = null,
        });
        yield return db.Set<CompanyPhoto>().Where(p => p.CompanyId == firm).Select(p => new FirmPart
        {
            Kind = FirmPartKind.Photo, Rank = p.Position, Id = p.Id, Name = SearchText.Whole(p.Alt), Text = SearchText.Whole(p.FileId), More = null, Last = null, Day = null, LastDay = null, Number = p.Width, Other = p.Height, At = null,
        });
        yield return db.Set<FieldSource>().Where(s => s.CompanyId == firm).Select(s => new FirmPart
        {
            Kind = FirmPartKind.Source, Rank = 0, Id = 0, Name = SearchText.Whole(s.Source), Text = null, More = null, Last = null, Day = null, LastDay = null, Number = null, Other = null, At = s.TakenAt,
        });
    }
}
