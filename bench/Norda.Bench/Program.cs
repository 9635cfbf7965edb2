using Norda.Bench;

return await Command.Run(args);
