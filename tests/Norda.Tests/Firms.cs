using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Data.Search;
using Norda.Features.Directory;
using Norda.Platform;

namespace Norda.Tests;

/// <summary>Puts firms into the directory of a test, findable at once.</summary>
public static class Firms
{
    /// <summary>Category, services and competencies are created when they are not there yet; their slugs come from their names.</summary>
    public static async Task<Company> Firm(
        this TestApp app, string name, string? town = null, string? category = null, string[]? services = null, string[]? competencies = null,
        string[]? certificates = null, string? nip = null, string? description = null, CompanyStatus status = CompanyStatus.Active, Action<Company>? more = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var taken = await db.Companies.Select(c => c.Slug).ToListAsync();
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var firm = new Company
        {
            Name = name,
            Slug = Slug.Free(Slug.From(name), taken.Contains),
            Nip = nip,
            DescriptionShort = description,
            Status = status,
            LegalForm = LegalForm.From(name),
            Category = category is null ? null : await db.Categories.FirstOrDefaultAsync(c => c.Name == category) ?? new Category { Name = category, Slug = Slug.From(category) },
            Address = new Address { Town = town },
            CreatedAt = now,
            UpdatedAt = now,
        };
        foreach (var service in services ?? [])
            firm.Services.Add(new CompanyService { Service = await db.Services.FirstOrDefaultAsync(s => s.Name == service) ?? new Service { Name = service, Slug = Slug.From(service) } });
        foreach (var competency in competencies ?? [])
            firm.Competencies.Add(new CompanyCompetency { Competency = await db.Competencies.FirstOrDefaultAsync(s => s.Name == competency) ?? new Competency { Name = competency, Slug = Slug.From(competency) } });
        foreach (var certificate in certificates ?? [])
            firm.Certifications.Add(new Certification { Name = certificate });
        more?.Invoke(firm);

        db.Companies.Add(firm);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Refresh([firm.Id], CancellationToken.None);
        return firm;
    }

    /// <summary>Names of the firms that a question finds, the best first.</summary>
    public static async Task<IReadOnlyList<string>> Found(this TestApp app, string question)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<ISearchIndex>().Find(new SearchQuestion { Text = question }, CancellationToken.None);
        return [.. page.Hits.Select(hit => hit.Name)];
    }
}
