using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Options;

namespace Norda.Platform;

/// <summary>
/// Settings that were saved in the browser, as a source of configuration: above the files, below the environment and the command
/// line. Holds what it is given; who reads the database fills it.
/// </summary>
public sealed class SavedSettings : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <returns>True when anything is different now; whoever watches the configuration has been told.</returns>
    public bool Replace(IReadOnlyDictionary<string, string?> values)
    {
        if (values.Count == Data.Count && values.All(v => Data.TryGetValue(v.Key, out var known) && known == v.Value))
            return false;
        Data = new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase);
        OnReload();
        return true;
    }

    /// <summary>The environment or the command line says it, so that saving another value would show nowhere.</summary>
    public bool IsFixedAbove(IConfiguration configuration, string key) =>
        ((IConfigurationRoot)configuration).Providers.SkipWhile(p => !ReferenceEquals(p, this)).Skip(1).Any(p => p.TryGet(key, out _));
}

/// <summary>Options as they are now. Who asks for <see cref="IOptions{T}"/> would otherwise keep those of the start for ever.</summary>
public sealed class LiveOptions<T>(IOptionsMonitor<T> monitor) : IOptions<T> where T : class
{
    public T Value => monitor.CurrentValue;
}

public static class SavedSettingsModule
{
    public static void AddSavedSettings(this WebApplicationBuilder builder)
    {
        var saved = new SavedSettings();
        var sources = builder.Configuration.Sources;
        sources.Insert(sources.Index().Last(s => s.Item is EnvironmentVariablesConfigurationSource { Prefix: null or "" }).Index, saved);
        builder.Services.AddSingleton(saved);
    }

    /// <summary>Options of a section that may change while the application runs; wrong ones in the files stop the start.</summary>
    public static void AddLiveOptions<T>(this WebApplicationBuilder builder, string section) where T : class
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IOptions<T>, LiveOptions<T>>();
    }
}
