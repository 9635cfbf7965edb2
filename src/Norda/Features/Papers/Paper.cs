using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Fees;

namespace Norda.Features.Papers;

/// <summary>
/// A paper that the chamber issued: a debit note, its correction, a demand for payment. What stands in it is kept as it was then, with
/// its hash; a row is never changed. It stays with the firm that it was issued to.
/// </summary>
public class Paper
{
    public int Id { get; private set; }
    public PaperKind Kind { get; init; }
    public required string Series { get; init; }
    public int Year { get; init; }
    public int Number { get; init; }
    public int CompanyId { get; init; }

    /// <summary>The paper that this one takes back, as a whole and once.</summary>
    public int? CorrectsId { get; init; }

    public Paper? Corrects { get; init; }

    /// <summary>What may be written once to a firm: "demand1:2026-11". Null where nothing speaks against another one.</summary>
    public string? Occasion { get; init; }

    public DateOnly IssuedOn { get; init; }
    public DateOnly? PayBy { get; init; }

    /// <summary>PLN to pay by it; below zero in a correction.</summary>
    public decimal Amount { get; init; }

    /// <summary>JSON of <see cref="Writing.PaperContent"/>.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public int? IssuedBy { get; init; }
    public DateTime IssuedAt { get; init; }
}

public enum PaperKind { Note, Correction, Demand, FinalDemand }

/// <summary>The last number of a series in a year. Whoever takes the next one holds the row until the end of the transaction, so that none is left out or given twice.</summary>
public class PaperSeries
{
    public required string Series { get; init; }
    public int Year { get; init; }
    public int Last { get; set; }
}

/// <summary>A fee that stands on a note which holds; on one at a time.</summary>
public class NotedFee
{
    public int FeeId { get; init; }
    public int PaperId { get; init; }
    public Paper Paper { get; init; } = null!;
}

public class PaperMap : IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<PaperSeries>, IEntityTypeConfiguration<NotedFee>
{
    public void Configure(EntityTypeBuilder<Paper> papers)
    {
        papers.ToTable("papers");
        papers.IsOfFirm("Pisma izby", p => p.CompanyId).Names(p => p.IssuedBy);
        papers.Property(p => p.Kind).HasConversion(new LowerCaseLabels<PaperKind>()).HasMaxLength(20);
        papers.Property(p => p.Series).HasMaxLength(10);
        papers.Property(p => p.Occasion).HasMaxLength(40);
        papers.Property(p => p.Amount).HasPrecision(10, 2);
        papers.Property(p => p.Content).HasMaxLength(100_000);
        papers.Property(p => p.Hash).HasMaxLength(64);
        papers.HasIndex(p => new { p.Series, p.Year, p.Number }).IsUnique();
        papers.HasIndex(p => new { p.CompanyId, p.Occasion }).IsUnique();
        papers.HasIndex(p => p.CorrectsId).IsUnique();
        papers.HasIndex(p => p.IssuedOn);
        papers.HasOne(p => p.Corrects).WithMany().HasForeignKey(p => p.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        papers.HasOne<User>().WithMany().HasForeignKey(p => p.IssuedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PaperSeries> series)
    {
        series.ToTable("paper_series");
        series.IsNotPersonal(s => s.Series);
        series.IsNotAudited(); // follows from the papers
        series.HasKey(s => new { s.Series, s.Year });
        series.Property(s => s.Series).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<NotedFee> noted)
    {
        noted.ToTable("noted_fees");
        noted.IsNotPersonal();
        noted.IsNotAudited(); // follows from the papers
        noted.HasKey(n => n.FeeId);
        noted.Property(n => n.FeeId).ValueGeneratedNever();
        noted.HasIndex(n => n.PaperId);
        noted.HasOne(n => n.Paper).WithMany().HasForeignKey(n => n.PaperId).OnDelete(DeleteBehavior.Restrict);
        noted.HasOne<Fee>().WithOne().HasForeignKey<NotedFee>(n => n.FeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PaperQueries
{
    extension(IQueryable<Paper> papers)
    {
        /// <summary>Notes that no correction has taken back.</summary>
        public IQueryable<Paper> Holding(IQueryable<Paper> all) => papers.Where(p => p.Kind == PaperKind.Note && !all.Any(c => c.CorrectsId == p.Id));
    }
}

/// <summary>How papers are called.</summary>
public static class PaperNames
{
    /// <summary>"NK 012/2026".</summary>
    public static string Number(string series, int year, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{series} {number:000}/{year}");

    /// <summary>Key of the texts.</summary>
    public static string Word(PaperKind kind) => kind switch
    {
        PaperKind.Note => "Nota księgowa",
        PaperKind.Correction => "Nota korygująca",
        PaperKind.Demand => "Wezwanie do zapłaty",
        _ => "Ostateczne wezwanie",
    };
}
