using MlStrategyGuard.Studies;

try
{
    var options = Options.Parse(args);
    switch (options.Study)
    {
        case "calibration":
            CalibrationStudy.Run(options);
            break;
        case "power":
            PowerStudy.Run(options);
            break;
        case "rows":
            RowsNeededStudy.Run(options);
            break;
        case "monotone":
            MonotoneStudy.Run(options);
            break;
        case "drift":
            DriftStudy.Run(options);
            break;
        case "itself":
            ItselfStudy.Run(options);
            break;
        case "pairs":
            PairStudy.Run(options);
            break;
        default:
            throw new ArgumentException($"unknown study {options.Study}");
    }

    return 0;
}
catch (Exception error) when (error is ArgumentException or FormatException)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("usage: calibration | power | rows | monotone | drift | itself | pairs [--seed N] [--draws N] [--jobs N] [--min-rows N] [--max-rows N] [--only TABLE] [--scratch FOLDER] [--data FOLDER]");
    return 2;
}
