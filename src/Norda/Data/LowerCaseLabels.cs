using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Norda.Data;

/// <summary>SQLite has no enum types: the labels of PostgreSQL's enums are stored as text.</summary>
[SuppressMessage("Globalization", "CA1308", Justification = "The labels in the database are lower case.")]
public sealed class LowerCaseLabels<T>() : ValueConverter<T, string>(value => value.ToString().ToLowerInvariant(), label => Enum.Parse<T>(label, true))
    where T : struct, Enum;
