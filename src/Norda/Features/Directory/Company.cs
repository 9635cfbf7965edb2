using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Directory;

/// <summary>A firm of the directory. Columns of the source schema keep their names; what it lacked (address, texts, …) is added.</summary>
public class Company
{
    public int Id { get; private set; }

    /// <summary>Trade name, as people say it.</summary>
    public required string Name { get; set; }

    /// <summary>Full name of the register.</summary>
    public string? LegalName { get; set; }

    public required string Slug { get; set; }
    public int? CategoryId { get; set; }
    public Category? Category { get; set; }
    public string? Nip { get; set; }
    public string? Regon { get; set; }
    public string? Krs { get; set; }
    public string? Website { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public CompanyStatus Status { get; set; } = CompanyStatus.Active;
    public DataQualityLevel DataQuality { get; set; } = DataQualityLevel.Basic;

    /// <summary>0-100, filled by the maturity assessments.</summary>
    public int? DigitalMaturityScore { get; set; }

    public bool AiEnabled { get; set; }
    public List<string> AiToolsUsed { get; set; } = [];
    public string? DescriptionShort { get; set; }
    public string? DescriptionFull { get; set; }
    public Address Address { get; set; } = new();

    /// <summary>Code as <see cref="Platform.LegalForm"/> reads it from a name: spzoo, sa, spj, …</summary>
    public string? LegalForm { get; set; }

    /// <summary>Number of people: 1-9, 10-49, 50-249, 250+.</summary>
    public string? StaffBand { get; set; }

    public DateOnly? Founded { get; set; }
    public string? Logo { get; set; }
    public DateTime? CreatedAt { get; set; }
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Grows with every change; two people who edit at once are told by it.</summary>
    public int Version { get; private set; }

    public List<CompanyService> Services { get; } = [];
    public List<CompanyCompetency> Competencies { get; } = [];
    public List<Certification> Certifications { get; } = [];
    public List<Award> Awards { get; } = [];
    public List<CompanyNews> News { get; } = [];
    public List<CompanyContact> Contacts { get; } = [];
    public List<SocialProfile> SocialProfiles { get; } = [];
    public List<CompanyPkd> PkdCodes { get; } = [];
    public List<FormerSlug> FormerSlugs { get; } = [];
    public List<CompanyPhoto> Photos { get; } = [];
    public List<FieldSource> FieldSources { get; } = [];
    public QualityTracking? Quality { get; set; }

    /// <summary>Who sees a detail, by its name in the API (phone, email, …); what is not named, everyone sees.</summary>
    public Dictionary<string, Visibility> FieldVisibility { get; set; } = [];

    /// <summary>What comes back by a profile request is taken over without the office reading it first.</summary>
    public bool AcceptsAutomatically { get; set; }

    /// <summary>The website as last seen: ok, redirect, an HTTP status, or why it did not answer.</summary>
    public string? WebsiteStatus { get; set; }

    public DateTime? WebsiteCheckedAt { get; set; }
}

public class Address
{
    public string? Street { get; set; }
    public string? Building { get; set; }
    public string? Unit { get; set; }
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Commune { get; set; }
    public string? County { get; set; }
    public string? Voivodeship { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Longitude { get; set; }
}

public enum CompanyStatus { Active, Inactive, Pending, Archived }

public enum DataQualityLevel { Basic, Partial, Complete, Verified }

public static class CompanyQueries
{
    extension(IQueryable<Company> companies)
    {
        /// <summary>What anyone may see: firms that are neither waiting for the office nor put away.</summary>
        public IQueryable<Company> Listed() => companies.Where(c => c.Status == CompanyStatus.Active);
    }
}

public class CompanyMap : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> companies)
    {
        companies.IsOfFirm("Firma", c => c.Id);
        companies.Property(c => c.Name).HasMaxLength(200);
        companies.Property(c => c.LegalName).HasMaxLength(300);
        companies.Property(c => c.Slug).HasMaxLength(200);
        companies.Property(c => c.Nip).HasMaxLength(10);
        companies.Property(c => c.Regon).HasMaxLength(14);
        companies.Property(c => c.Krs).HasMaxLength(10);
        companies.Property(c => c.Website).HasMaxLength(500);
        companies.Property(c => c.Email).HasMaxLength(254);
        companies.Property(c => c.Phone).HasMaxLength(50);
        companies.Property(c => c.DescriptionShort).HasMaxLength(500);
        companies.Property(c => c.DescriptionFull).HasMaxLength(20_000);
        companies.Property(c => c.LegalForm).HasMaxLength(30);
        companies.Property(c => c.StaffBand).HasMaxLength(20);
        companies.Property(c => c.Logo).HasMaxLength(500);
        companies.Property(c => c.Version).IsConcurrencyToken().HasDefaultValue(0).IsNotAudited();
        companies.Property(c => c.UpdatedAt).IsNotAudited();
        companies.Property(c => c.DataQuality).IsNotAudited();
        companies.Property(c => c.FieldVisibility).HasConversion(new JsonText<Dictionary<string, Visibility>>(), new JsonTextComparer<Dictionary<string, Visibility>>()).HasMaxLength(2000).HasDefaultValueSql("'{}'");
        companies.Property(c => c.WebsiteStatus).HasMaxLength(50).IsNotAudited();
        companies.Property(c => c.WebsiteCheckedAt).IsNotAudited();
        companies.ComplexProperty(c => c.Address, a =>
        {
            a.Property(x => x.Street).HasMaxLength(200);
            a.Property(x => x.Building).HasMaxLength(20);
            a.Property(x => x.Unit).HasMaxLength(20);
            a.Property(x => x.PostalCode).HasMaxLength(6);
            a.Property(x => x.Town).HasMaxLength(100);
            a.Property(x => x.Commune).HasMaxLength(100);
            a.Property(x => x.County).HasMaxLength(100);
            a.Property(x => x.Voivodeship).HasMaxLength(50);
        });
        companies.HasIndex(c => c.Slug).IsUnique();
        companies.HasIndex(c => c.Nip).IsUnique();
        companies.HasIndex(c => c.Regon);
        companies.HasIndex(c => c.Krs);
        companies.HasOne(c => c.Category).WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}
