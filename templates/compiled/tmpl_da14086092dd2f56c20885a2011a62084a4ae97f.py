from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'instance.xbrl.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_namespaces = resolve('namespaces')
    l_0_about = resolve('about')
    l_0_schema = resolve('schema')
    l_0_contexts = resolve('contexts')
    l_0_units = resolve('units')
    l_0_facts = resolve('facts')
    try:
        t_1 = environment.tests['none']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'none' found.")
    pass
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xbrli:xbrl'
    for (l_1_prefix, l_1_uri) in (undefined(name='namespaces') if l_0_namespaces is missing else l_0_namespaces):
        _loop_vars = {}
        pass
        yield '\n  xmlns:'
        yield escape(l_1_prefix)
        yield '="'
        yield escape(l_1_uri)
        yield '"'
    l_1_prefix = l_1_uri = missing
    yield '>\n'
    for (l_1_target, l_1_content) in (undefined(name='about') if l_0_about is missing else l_0_about):
        _loop_vars = {}
        pass
        yield '  <?'
        yield escape(l_1_target)
        yield ' '
        yield escape(l_1_content)
        yield '?>\n'
    l_1_target = l_1_content = missing
    yield '  <link:schemaRef xlink:type="simple" xlink:href="'
    yield escape((undefined(name='schema') if l_0_schema is missing else l_0_schema))
    yield '"/>\n'
    for l_1_context in (undefined(name='contexts') if l_0_contexts is missing else l_0_contexts):
        _loop_vars = {}
        pass
        yield '  <xbrli:context id="'
        yield escape(environment.getattr(l_1_context, 'id'))
        yield '">\n    <xbrli:entity>\n      <xbrli:identifier scheme="'
        yield escape(environment.getattr(l_1_context, 'scheme'))
        yield '">'
        yield escape(environment.getattr(l_1_context, 'identifier'))
        yield '</xbrli:identifier>\n'
        if environment.getattr(l_1_context, 'members'):
            pass
            yield '      <xbrli:segment>\n'
            for (l_2_axis, l_2_member) in environment.getattr(l_1_context, 'members'):
                _loop_vars = {}
                pass
                yield '        <xbrldi:explicitMember dimension="'
                yield escape(l_2_axis)
                yield '">'
                yield escape(l_2_member)
                yield '</xbrldi:explicitMember>\n'
            l_2_axis = l_2_member = missing
            yield '      </xbrli:segment>\n'
        yield '    </xbrli:entity>\n    <xbrli:period>\n'
        if environment.getattr(l_1_context, 'start'):
            pass
            yield '      <xbrli:startDate>'
            yield escape(environment.getattr(l_1_context, 'start'))
            yield '</xbrli:startDate>\n      <xbrli:endDate>'
            yield escape(environment.getattr(l_1_context, 'end'))
            yield '</xbrli:endDate>\n'
        elif environment.getattr(l_1_context, 'end'):
            pass
            yield '      <xbrli:instant>'
            yield escape(environment.getattr(l_1_context, 'end'))
            yield '</xbrli:instant>\n'
        else:
            pass
            yield '      <xbrli:forever/>\n'
        yield '    </xbrli:period>\n  </xbrli:context>\n'
    l_1_context = missing
    for l_1_unit in (undefined(name='units') if l_0_units is missing else l_0_units):
        _loop_vars = {}
        pass
        yield '  <xbrli:unit id="'
        yield escape(environment.getattr(l_1_unit, 'id'))
        yield '">\n'
        if environment.getattr(l_1_unit, 'denominator'):
            pass
            yield '    <xbrli:divide>\n      <xbrli:unitNumerator>\n        <xbrli:measure>'
            yield escape(environment.getattr(l_1_unit, 'numerator'))
            yield '</xbrli:measure>\n      </xbrli:unitNumerator>\n      <xbrli:unitDenominator>\n        <xbrli:measure>'
            yield escape(environment.getattr(l_1_unit, 'denominator'))
            yield '</xbrli:measure>\n      </xbrli:unitDenominator>\n    </xbrli:divide>\n'
        else:
            pass
            yield '    <xbrli:measure>'
            yield escape(environment.getattr(l_1_unit, 'numerator'))
            yield '</xbrli:measure>\n'
        yield '  </xbrli:unit>\n'
    l_1_unit = missing
    for (l_1_properties, l_1_name, l_1_id, l_1_context, l_1_unit, l_1_value, l_1_decimals, l_1_language) in (undefined(name='facts') if l_0_facts is missing else l_0_facts):
        _loop_vars = {}
        pass
        if l_1_properties:
            pass
            yield '  <?f2x-fact '
            yield escape(l_1_properties)
            yield '?>\n'
        yield '  <'
        yield escape(l_1_name)
        yield ' id="'
        yield escape(l_1_id)
        yield '" contextRef="'
        yield escape(l_1_context)
        yield '"'
        if l_1_unit:
            pass
            yield ' unitRef="'
            yield escape(l_1_unit)
            yield '"'
        if (not t_1(l_1_decimals)):
            pass
            yield ' decimals="'
            yield escape(l_1_decimals)
            yield '"'
        if l_1_language:
            pass
            yield ' xml:lang="'
            yield escape(l_1_language)
            yield '"'
        if t_1(l_1_value):
            pass
            yield ' xsi:nil="true"/>\n'
        else:
            pass
            yield '>'
            yield escape(l_1_value)
            yield '</'
            yield escape(l_1_name)
            yield '>\n'
    l_1_properties = l_1_name = l_1_id = l_1_context = l_1_unit = l_1_value = l_1_decimals = l_1_language = missing
    yield '</xbrli:xbrl>\n'

blocks = {}
debug_info = '3=24&5=28&7=34&8=38&10=44&11=46&12=50&14=52&15=56&17=59&18=63&24=70&25=73&26=75&27=77&28=80&35=87&36=91&37=93&40=96&43=98&47=103&51=107&52=110&53=113&55=116&56=122&57=127&58=132&59=137&60=143'