using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Norda.Data.Audit;

/// <summary>Every change of every row is in the audit log, but for tables and columns that say otherwise in their maps.</summary>
public static class Auditing
{
    private const string Left = "Norda:NotAudited";
    private const string Concealed = "Norda:Concealed";

    /// <summary>For what the system notes for itself: sessions, queues, the log.</summary>
    public static void IsNotAudited(this EntityTypeBuilder entity) => entity.HasAnnotation(Left, true);

    /// <summary>For a column that follows from others: a version, a time of change, words for the search.</summary>
    public static PropertyBuilder<T> IsNotAudited<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Left, true);

    /// <summary>The log says that the value changed, never the value: hashes of passwords and secrets.</summary>
    public static PropertyBuilder<T> IsConcealed<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Concealed, true);

    public static bool IsAudited(this Microsoft.EntityFrameworkCore.Infrastructure.IReadOnlyAnnotatable model) => model.FindAnnotation(Left) is null;

    /// <summary>What a row owns is in the log when the row is.</summary>
    public static bool IsAudited(this IReadOnlyEntityType entity) => (entity.FindOwnership()?.PrincipalEntityType ?? entity).FindAnnotation(Left) is null;

    public static bool IsConcealed(this IReadOnlyProperty property) => property.FindAnnotation(Concealed) is not null;
}
