using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Platform;

namespace Norda.Features.Directory.Demo;

/// <summary>Puts the demo chamber into a database without firms, in one transaction.</summary>
public class FillWithDemo(AppDb db, ISearchIndex search, TimeProvider clock)
{
    private const string Source = "demo";

    public async Task<Outcome> Run(CancellationToken cancel)
    {
        if (await db.Companies.AnyAsync(cancel))
            return Outcome.Refuse("W bazie są już firmy. Dane pokazowe trafiają tylko do pustej bazy.");

        var chamber = DemoChamber.Load();
        var categories = chamber.Categories.Select((c, i) => new Category { Name = c.Name, Slug = c.Slug, Description = c.Description, Icon = c.Icon, SortOrder = i }).ToDictionary(c => c.Slug);
        var competencies = chamber.Competencies.Select(c => new Competency { Name = c.Name, Slug = Slug.From(c.Name), Category = c.Category }).ToDictionary(c => c.Name);
        var services = chamber.Companies.SelectMany(c => c.Services).Distinct(StringComparer.Ordinal).Select(s => new Service { Name = s, Slug = Slug.From(s) }).ToDictionary(s => s.Name);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Companies.AddRange(chamber.Companies.Select((firm, place) => Make(firm, place, categories[firm.Category], competencies, services)));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        await search.Rebuild(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Company Make(DemoChamber.Firm firm, int place, Category category, Dictionary<string, Competency> competencies, Dictionary<string, Service> services)
    {
        var today = clock.Today();
        var added = clock.GetUtcNow().UtcDateTime.AddDays(-20 - (place * 37 % 131 * 7)); // the newest firms are of different branches
        var company = new Company
        {
            Name = firm.Name, LegalName = firm.LegalName, Slug = Slug.From(firm.Name), Category = category, Nip = firm.Nip, Regon = firm.Regon, Krs = firm.Krs,
            LegalForm = firm.LegalForm, Founded = firm.Founded is { } year ? new DateOnly(year, 1, 1) : null, StaffBand = firm.StaffBand,
            Email = firm.Email, Phone = firm.Phone, Website = firm.Website, DescriptionShort = firm.Short, DescriptionFull = firm.Full,
            DataQuality = firm.Quality, CreatedAt = added, UpdatedAt = added.AddDays(15),
            Address = new Address
            {
                Street = firm.Street, Building = firm.Building, Unit = firm.Unit, PostalCode = firm.PostalCode, Town = firm.Town, Commune = firm.Commune,
                County = firm.County, Voivodeship = firm.Voivodeship, Latitude = firm.Lat, Longitude = firm.Lon,
            },
        };
        company.Services.AddRange(firm.Services.Select((s, i) => new CompanyService { Service = services[s], IsPrimary = i == 0, AddedAt = added }));
        company.Competencies.AddRange(firm.Competencies.Select(c => new CompanyCompetency { Competency = competencies[c.Name], Level = c.Level, AddedAt = added }));
        company.Certifications.AddRange(firm.Certificates.Select(c => new Certification
        {
            Name = c.Name, Issuer = c.Issuer, CertificateNumber = c.Number,
            IssueDate = c.IssuedDaysAgo is { } ago ? today.AddDays(-ago) : null, ExpiryDate = c.ExpiresInDays is { } left ? today.AddDays(left) : null,
        }));
        company.Awards.AddRange(firm.Awards.Select(a => new Award { Name = a.Name, Issuer = a.Issuer, Year = a.Year, Description = a.Description }));
        company.News.AddRange(firm.News.Select(n => new CompanyNews { EventType = n.Type, Title = n.Title, Description = n.Description, EventDate = today.AddDays(-n.DaysAgo), SourceUrl = n.SourceUrl }));
        company.Contacts.AddRange(firm.Contacts.Select(c => new CompanyContact { ContactType = c.Type, Value = c.Value, Purpose = c.Purpose, IsPrimary = c.Primary, Source = Source, SourceDate = today }));
        company.SocialProfiles.AddRange(firm.Social.Select(s => new SocialProfile { Platform = s.Platform, Url = s.Url, Source = Source, CreatedAt = added }));
        company.PkdCodes.AddRange(firm.Pkd.Select((code, i) => new CompanyPkd { Code = code.Replace(".", "", StringComparison.Ordinal), Edition = 2025, IsMain = i == 0 }));
        return company;
    }
}

/// <summary>A newcomer who starts the app on their own machine finds a chamber in it; a published app starts empty.</summary>
public class DemoForNewcomers(FillWithDemo fill, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    public async Task Fill(CancellationToken cancel)
    {
        if (IsWanted(environment, configuration))
            await fill.Run(cancel);
    }

    public static bool IsWanted(IHostEnvironment environment, IConfiguration configuration) => environment.IsDevelopment() && configuration.GetValue("Norda:Demo", true);
}
