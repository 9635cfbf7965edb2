using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;

namespace Norda.Features.Jobs;

/// <summary>One run of a scheduled job, for the page of the office that shows how the machine fares.</summary>
public class JobRun
{
    public int Id { get; private set; }
    public required string Job { get; init; }
    public DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Null while it runs.</summary>
    public bool? Succeeded { get; set; }

    /// <summary>What came of it, or why it failed.</summary>
    public string? Message { get; set; }
}

public class JobRunMap : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> runs)
    {
        runs.ToTable("job_runs");
        runs.IsNotPersonal(r => new { r.Job, r.Message });
        runs.IsNotAudited();
        runs.Property(r => r.Job).HasMaxLength(100);
        runs.Property(r => r.Message).HasMaxLength(2000);
        runs.HasIndex(r => new { r.Job, r.StartedAt });
    }
}
